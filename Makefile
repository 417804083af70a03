# The front door: what can be done here, and with which preset (CMakePresets.json).
# The packages that each needs stand in cmake/packages.sh.

JOBS     ?= $(shell nproc)
PREFIX   ?= /usr/local
DESTDIR  ?=
MINUTE   ?= 60
PRESET   ?= dev
MINGZE    = build/release/bin/mingze
EXAMPLE   = docs/examples/river.mz
SAY       = @printf '\n== %s · %s\n'
VERSION   = $(shell awk '/^project/ { print $$3 }' CMakeLists.txt)
ABI       = abi/abi.sh check build/dev/mingze.abi
PACKAGES  = @cmake/packages.sh
SOURCES   = $(shell git ls-files --cached --others --exclude-standard '*.cpp' '*.hpp' '*.h')

# $(call build,PRESET[,cmake options]): configures when needed, then builds.
define build
	@cmake --preset $(1) $(2) --log-level=WARNING >/dev/null
	@cmake --build --preset $(1) -j $(JOBS)
endef

.DEFAULT_GOAL := help
.PHONY: help demo build test bench bench-accept instructions install reference abi abi-accept format \
        format-check rules tidy sanitize tsan fuzz coverage check clean

help: ## 列出各项命令 · this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

build: ## 构建发布版 · the release binary, build/release/bin/mingze
	$(PACKAGES) build
	$(call build,release)

demo: build ## 检查示例草案 · check the sample draft, run the rules' tests, ask who leads, and why
	$(SAY) '检查一份政策草案' 'check a policy draft: fixtures/drafts/demo.txt'
	@$(MINGZE) check fixtures/drafts/demo.txt; code=$$?; [ $$code -le 1 ] || exit $$code
	$(SAY) '内置规则自带的用例' "the embedded rules' own tests"
	@$(MINGZE) test
	$(SAY) '写规则的人看：一个小程序，谁牵头' 'for authors of rules: a small program, who leads'
	@sed 's/^/    /' $(EXAMPLE)
	@$(MINGZE) resolve $(EXAMPLE); code=$$?; [ $$code -le 1 ] || exit $$code
	@$(MINGZE) ask "某部门 在 临江市 牵头 某事项" $(EXAMPLE)
	$(SAY) '为什么' 'and why'
	@$(MINGZE) why "环保部门 在 临江市 牵头 河道清淤" $(EXAMPLE)
	$(SAY) '检查自己的文稿：另存一份带批注的 Word' 'a draft of your own, as a Word file with comments'
	@printf '    %s\n' '$(MINGZE) check 草案.docx -o 批注.docx' '$(MINGZE) check --help'

test: ## 构建并运行全部测试 · build and run all tests
	$(SAY) '准备并构建测试' 'preparing and building the tests (build/dev)'
	$(PACKAGES) build test
	$(call build,dev)
	$(SAY) '运行测试' 'running the tests'
	@ctest --preset dev -j $(JOBS)

bench: build ## 测量速度 · measure speed (bench/README.md)
	$(PACKAGES) bench
	@bench/compare/peers.sh
	$(call build,bench)
	@bench/run.sh

instructions: build
	$(PACKAGES) bench check
	$(SAY) '数指令' 'counting instructions against bench/instructions.tsv'
	@cmake --preset bench --log-level=WARNING >/dev/null
	@cmake --build --preset bench -j $(JOBS) --target make_facts bench_micro
	@bench/instructions.sh $(ACCEPT)

bench-accept: ACCEPT = --accept
bench-accept: instructions ## 接受现在的指令数 · keep the instruction counts as they are now

reference: ## 程序库参考 · the reference of the library, build/reference/html/index.html
	$(PACKAGES) test
	@docs/reference.sh build/reference $(VERSION)

abi: ## 二进制接口与上一版比较 · the library's binary interface against the last release's
	$(PACKAGES) build test check
	$(SAY) '二进制接口' 'the binary interface of the library against abi/mingze.abi.xz'
	@cmake --preset dev --log-level=WARNING >/dev/null
	@cmake --build --preset dev -j $(JOBS) --target mingze_shared
	@abi/abi.sh dump build/dev/libmingze.so build/dev/mingze.abi
	@$(ABI)

abi-accept: ABI = xz -9 -c build/dev/mingze.abi >abi/mingze.abi.xz
abi-accept: abi ## 发布时接受现在的接口 · at a release: keep the interface as it is now

install: build ## 安装到 PREFIX · install program, library and headers under PREFIX
	@DESTDIR="$(DESTDIR)" cmake --install build/release --prefix "$(PREFIX)"

format: ## 统一格式 · apply .clang-format
	$(PACKAGES) check
	@clang-format -i $(SOURCES)

format-check:
	$(PACKAGES) check
	$(SAY) '检查格式' 'checking the layout of the code'
	@clang-format --dry-run --Werror $(SOURCES)

rules: build ## 检查规则 · layout, lint and unnoticed changes of the shipped packs
	$(SAY) '检查内置规则包' 'the shipped packs: fmt, lint, mutate'
	@$(MINGZE) fmt --check rules
	@$(MINGZE) lint rules
	@$(MINGZE) mutate rules --fail-under 95

tidy: ## 静态检查 · clang-tidy
	$(PACKAGES) build test check fuzz
	$(SAY) '静态检查' 'clang-tidy'
	@cmake --preset dev -DCMAKE_EXPORT_COMPILE_COMMANDS=ON --log-level=WARNING >/dev/null
	@cmake --build --preset dev -j $(JOBS) --target mingze_generated
	@git ls-files 'engine/*.cpp' 'dsl/*.cpp' 'draft/*.cpp' 'report/*.cpp' 'app/*.cpp' | \
	  xargs -P $(JOBS) -n 4 clang-tidy-19 --quiet -p build/dev

sanitize: ## 在 asan+ubsan 下测试 · the tests under address and undefined-behaviour sanitizers
	$(PACKAGES) build test
	$(SAY) '在 asan+ubsan 下测试' 'tests under asan + ubsan (build/asan)'
	$(call build,asan)
	@ctest --preset asan -j $(JOBS)

tsan: ## 在 tsan 下测试 · the tests under the thread sanitizer
	$(PACKAGES) build test
	$(call build,tsan)
	@ctest --preset tsan -j $(JOBS)

fuzz: ## 每个模糊测试目标一分钟 · every fuzz target for a minute (MINUTE=seconds)
	$(PACKAGES) build test fuzz
	$(SAY) '模糊测试' 'fuzzing, $(MINUTE) seconds a target (build/fuzz)'
	$(call build,fuzz,-DMINGZE_FUZZ_SECONDS=$(MINUTE))
	@ctest --preset fuzz -j $(JOBS)

coverage: ## 测试覆盖率 · line and branch coverage of the tests
	$(PACKAGES) build test coverage
	$(call build,coverage)
	@ctest --preset coverage -j $(JOBS)
	@gcovr --root . build/coverage --exclude tests --exclude build --print-summary -s

check: format-check rules tidy instructions abi reference sanitize ## 提交前检查 · format, rules, clang-tidy, instructions, interface, reference, sanitizers

clean: ## 删除 build/ · remove build/
	rm -rf build
