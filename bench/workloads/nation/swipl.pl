% The nearest list and designation are found by climbing the tree; answers are counted, not kept.
% Rows are kept by one whole number for item and place, so that the first argument finds them at once.
:- dynamic name/2, parent/2, at_level/2, has_level/2, approver/2, lead/2, coop/2, designated/2,
           asks/3, told/4.

number(Name, N) :- name(Name, N), !.
number(Name, N) :- flag(names, N, N + 1), assertz(name(Name, N)).
key(I, P, Key) :- Key is I * 65536 + P.

row(jurisdiction, [P, Q, Level]) :- number(P, A), assertz(at_level(Level, A)),
    ( Q == "-" -> true ; number(Q, B), assertz(parent(A, B)) ).
row(item, [I, Level]) :- number(I, A), assertz(has_level(A, Level)).
row(approves, [L, I]) :- number(I, A), number(L, B), assertz(approver(A, B)).
row(listed, [P, I, L, Role]) :- number(P, A), number(I, B), number(L, C), key(B, A, Key),
    ( Role == "lead" -> assertz(lead(Key, C)) ; approver(B, C) -> assertz(coop(Key, C)) ; true ).
row(designated, [P, I, L]) :- number(P, A), number(I, B), number(L, C), key(B, A, Key),
    assertz(designated(Key, C)).
row(asks, [P, I, Q]) :- number(P, A), number(I, B), number(Q, C), assertz(asks(B, A, C)).
row(dept_designated, [L, Q, P, I, _]) :- number(L, A), number(Q, B), number(P, C), number(I, D),
    assertz(told(A, B, C, D)).

read_rows(File) :-
    atom_concat(File, '.tsv', Path),
    open(Path, read, In),
    repeat,
    read_line_to_string(In, Line),
    (   Line == end_of_file -> !, close(In)
    ;   split_string(Line, "\t", "", Fields), row(File, Fields), fail
    ).

nearest(Rows, I, P, Values) :-
    key(I, P, Key),
    (   call(Rows, Key, _) -> findall(L, call(Rows, Key, L), Found), sort(Found, Values)
    ;   parent(P, Q), nearest(Rows, I, Q, Values)
    ).
leaders(I, P, _, Ls) :- nearest(designated, I, P, Ls), !.
leaders(I, P, _, Ls) :- nearest(lead, I, P, Ls), !.
leaders(_, _, Approvers, Approvers).
cooperates(I, P, L) :- key(I, P, Key), coop(Key, L), !.
cooperates(I, P, L) :- parent(P, Q), cooperates(I, Q, L).

count(Counts, Place, By) :- arg(Place, Counts, Old), New is Old + By, nb_setarg(Place, Counts, New).
matters(Counts) :-
    has_level(I, Level), findall(L, approver(I, L), Found), sort(Found, Approvers),
    at_level(Level, P), leaders(I, P, Approvers, Ls), length(Ls, N), count(Counts, 1, N),
    ( N =:= 0 -> count(Counts, 2, 1) ; N > 1 -> count(Counts, 3, 1) ; true ),
    member(L, Approvers), \+ memberchk(L, Ls), \+ cooperates(I, P, L), count(Counts, 4, 1), fail.
matters(_).

inside(P, Q) :- parent(P, Q).
inside(P, R) :- parent(P, Q), inside(Q, R).
:- table reaches/3.
reaches(I, P, Q) :- asks(I, P, Q).
reaches(I, P, R) :- reaches(I, P, Q), asks(I, Q, R).
different(Template, Goal, Count) :-
    findall(Template, Goal, Found), sort(Found, Distinct), length(Distinct, Count).

main :-
    set_prolog_flag(stack_limit, 16_000_000_000), set_prolog_flag(table_space, 16_000_000_000),
    forall(member(File, [jurisdiction, item, approves, listed, designated, asks, dept_designated]),
           read_rows(File)),
    Counts = counts(0, 0, 0, 0), matters(Counts), Counts = counts(Lead, Missing, Conflict, Un),
    different(L-Q-P-I, ( told(L, Q, P, I), once(inside(P, Q)) ), Interference),
    different(I-Q, ( asks(I, _, Q), key(I, Q, Key), \+ designated(Key, _),
                     \+ ( asks(I, Q, R), R \== Q ) ), Unanswered),
    different(I-P, ( asks(I, P, _), once(reaches(I, P, P)) ), Cycle),
    format("lead=~w missing=~w conflict=~w interference=~w unanswered=~w cycle=~w unaccountable=~w~n",
           [Lead, Missing, Conflict, Interference, Unanswered, Cycle, Un]),
    halt.
:- initialization(main, main).
