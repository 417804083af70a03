:- dynamic edge/2.
:- table path/2.
path(X, Y) :- edge(X, Y).
path(X, Z) :- path(X, Y), edge(Y, Z).
read_rows :-
    open('edge.tsv', read, In), repeat, read_line_to_string(In, Line),
    (   Line == end_of_file -> !, close(In)
    ;   split_string(Line, "\t", "", Fields), maplist([F, N]>>number_string(N, F), Fields, [X, Y]),
        assertz(edge(X, Y)), fail
    ).
main :-
    set_prolog_flag(stack_limit, 16_000_000_000), set_prolog_flag(table_space, 16_000_000_000),
    read_rows,
    aggregate_all(count, path(_, _), Paths),
    aggregate_all(count, ( path(X, Y), X == Y ), Circles),
    format("path=~w circle=~w~n", [Paths, Circles]), halt.
:- initialization(main, main).
