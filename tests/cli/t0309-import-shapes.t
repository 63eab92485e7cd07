#!/bin/sh
test_description='import of logs and plans that are told apart by what they say'
. ./setup.sh

the_clock_shows 2026-11-29T12:00:00Z

# The words of a fixture are ours; its shape is one that people use.
imports_as () {
	hecto import -n "$1" >out 2>&1 && grep "($2)" out
}

test_expect_success 'a guide of days up to an exam is a plan' '
	cat >guide.md <<-\END &&
	# SAA-C03 Study Guide

	**Start Date:** Monday, March 30, 2026 (an hour)
	**Exam Date:** Wednesday, April 22, 2026 (at noon)

	## Phase 1: Learn

	### Day 0 — Mon Mar 30: Networks (45 min)

	**Block 1 (50 min):** Read the first chapter.
	**Break (10 min)**

	### Day 1 — Tue Mar 31: Storage

	**Block 1 (50 min):** Continue with buckets.

	### Day 2 — Wed Apr 1: Compute

	**Block 1 (50 min):** Finish the chapter on instances.
	END
	imports_as guide.md plan
'

test_expect_success 'and so are days of a title that says so' '
	cat >plano.md <<-\END &&
	# Plano de entregas

	### Dia 1 (Segunda, 2 de dezembro) - Rotas

	- [ ] Mapear as rotas
	- [x] Criar o projeto

	### Dia 2 (Terça, 3 de dezembro) - Telas

	- [ ] Desenhar
	END
	imports_as plano.md plan
'

test_expect_success 'and rows beneath a calendar, and weeks of a table' '
	cat >calendar.md <<-\END &&
	# Álgebra em aulas

	## Calendário

	| dia | data | atividade |
	| --- | --- | --- |
	| 1 | qui 08/10 | **1.1** Vetores |
	| 2 | sex 09/10 | **1.2** Matrizes |
	| 3 | sáb 10/10 | prova curta |
	END
	imports_as calendar.md plan &&
	cat >zh.md <<-\END &&
	# 复习

	| 周次 | 日期 | 学习内容 | 预计时长 |
	|---|---|---|---|
	| 第1周 | 周一 | 极限 | 2h |
	| 第1周 | 周二 | 导数 | 2.5h |
	| 第2周 | 周一 | 积分 | 3h |
	END
	imports_as zh.md plan
'

test_expect_success 'but days that tell what was done are a log' '
	cat >told.md <<-\END &&
	# My study plan and diary

	Exam date: 2026-04-22

	### Day 1: March 30, 2026

	- I read about networks

	### Day 2: March 31, 2026

	- Fixed the routes

	### Day 3: April 1, 2026

	**Thoughts:** fine
	END
	imports_as told.md 100days
'

test_expect_success 'days with a tick in front of them were done' '
	cat >ticks.md <<-\END &&
	## Exercícios

	✅91º Dia: Classe Livro

	Propriedades e métodos.

	✅92º Dia: Cadastro

	Lista de pessoas.

	✅93º Dia: Carrinho

	Soma de preços.
	END
	imports_as ticks.md 100days && grep "Day 91 to 93" out
'

test_expect_success 'a title joined with a dash calls it a log as well' '
	cat >dash.md <<-\END &&
	# Projekt-Log

	### Tag 11: Antworten

	- Knopf

	### Tag 12 nachts: Termine

	- Feld

	### Tag 13: Kalender

	- Woche
	END
	imports_as dash.md 100days
'

test_expect_success 'a row keeps the emphasis of its text' '
	hecto init bold && cat >bold.md <<-\END &&
	# Log

	| Day | Date | What |
	|---|---|---|
	| 1 | 2026-10-08 | **Queues** and stacks |
	| 2 | 2026-10-09 | `x` bar |
	END
	hecto -C bold import bold.md &&
	hecto -C bold list --json >out &&
	grep "\"title\": \"1 | 2026-10-08\"" out &&
	grep "\"summary\": \"Queues and stacks\"" out
'

test_expect_success 'a note of a session with date and time is a day' '
	hecto init sessions && mkdir in && cat >in/Audits.md <<-\END &&
	# Security+ Study Log

	**Date:** August 10, 2025
	**Section:** Audits
	**Duration:** 50 Minutes

	## Covered

	- [x] Audits

	See [[Domain 5]].
	END
	sed "s/August 10, 2025/{{2025-8-11}}/; s/50 M/1 hour 10 m/" in/Audits.md \
		>"in/2025-8-11 Study Log.md" &&
	hecto -C sessions import in &&
	grep "^minutes: 50$" sessions/log/2025/2025-08-10.md &&
	grep "^minutes: 70$" sessions/log/2025/2025-08-11.md &&
	hecto -C sessions import -n in/Audits.md >out && grep "(days)" out
'

test_expect_success 'the title of a file of a day is the one that it gives' '
	hecto init posts && mkdir posts.d && cat >posts.d/2019-03-06-regex.md <<-\END &&
	---
	layout: post
	title: Study day 12 - regular expressions
	---
	Words.
	END
	sed "s/12/13/" posts.d/2019-03-06-regex.md >posts.d/2019-03-08-promise.md &&
	hecto -C posts import posts.d &&
	hecto -C posts list --json >out &&
	grep "\"title\": \"Study day 12 - regular expressions\"" out
'

test_expect_success 'rows of HTML are shown without their tags' '
	hecto init cells && cat >cells.md <<-\END &&
	# 100 Days of CUDA

	<table>
	  <tbody>
	    <tr>
	      <td>Day 09</td>
	      <td>Memory and rooflines.</td>
	      <td><a href="./Day_09/README.md">README</a></td>
	    </tr>
	    <tr>
	      <td>Day 10</td>
	      <td>Kinds of memory.</td>
	    </tr>
	  </tbody>
	</table>
	END
	cat >tight.html <<-\END &&
	<h1>100 Days of CUDA</h1>
	<table>
	    <tr><td>Day 1</td><td>Warps.</td><td>a</td></tr>
	    <tr><td>Day 2</td><td>Blocks.</td><td>b</td></tr>
	    <tr><td>Day 3</td><td>Grids.</td><td>c</td></tr>
	</table>
	END
	hecto -C cells import cells.md && hecto -C cells import tight.html &&
	hecto -C cells list --json >out && ! grep "<t[dr]>" out &&
	grep "\"title\": \"Day 09\"" out &&
	grep "\"summary\": \"Kinds of memory.\"" out &&
	grep "\"title\": \"Day 2\"" out && grep "Blocks. b" out
'

test_expect_success 'a target and a day are no progress' '
	hecto init share && mkdir share/plans && cat >share/plans/p.md <<-\END &&
	# Study plan

	## Todo

	- [ ] Reach > 99% of the marks
	- [ ] 7/12 Sun: read
	END
	hecto -C share plan --json >out && grep "\"covered\": 0" out
'

test_expect_success 'what a merge left is told with its line' '
	cat >merged.md <<-\END &&
	# 100 Days of Code - Log

	### Day 1: July 4, 2022
	<<<<<<< HEAD
	Read of queues.
	=======
	Read of stacks.
	>>>>>>> laptop

	### Day 2: July 5, 2022
	Wrote a queue.
	END
	imports_as merged.md 100days &&
	grep "line 4: a merge left both sides here" out &&
	hecto import -n --json merged.md >json &&
	jq -e ".warnings | length == 1 and .[0].line == 4" json &&
	jq -e ".skipped == []" json &&
	sed "/^[<=>]/d" merged.md >clean.md && hecto import -n clean.md >out &&
	! grep "merge" out
'

test_expect_success 'weeks in a list without headings are what is to do' '
	hecto init weeks && cat >weeks.md <<-\END &&
	Timeline of the study plan:

	- Week 1-2: Networks
	- Week 3-4: Storage
	- Week 5: Identity
	END
	hecto -C weeks import weeks.md && hecto -C weeks done >out &&
	grep "Week 1-2: Networks" out && grep "Week 5: Identity" out
'

test_expect_success 'brackets without a blank in them are no box' '
	hecto init boxes && printf "# Study plan\n\n## Todo\n\n%s\n%s\n" \
		"- []" "  read about queues" "- [] private: of stacks" \
		"- [ ] read about heaps" >boxes.md &&
	hecto -C boxes import boxes.md && hecto -C boxes search queues &&
	hecto -C boxes done --json >json &&
	jq -e "any(.[]; .text == \"read about heaps\")" json
'

test_expect_success 'how long a week takes is nothing to do, in any language' '
	hecto init goals && cat >goals.md <<-\END &&
	# Study plan

	## Tuần 1: Mạng
	- Thời gian: 7 giờ
	- Mục tiêu: hiểu mạng
	- Đọc chương 1

	## Неделя 2: Сети
	- Цель: понять сети
	- Читать главу 2
	END
	hecto -C goals import goals.md && hecto -C goals done >out &&
	grep "chương 1" out && grep "главу 2" out && ! grep "giờ" out &&
	! grep "hiểu" out && ! grep "понять" out
'

test_expect_success 'rows that say until when are what is to do' '
	hecto init until && cat >until.md <<-\END &&
	# Study plan

	| By date | Section | Lessons |
	|---------|---------|---------|
	| 2026-08-01 | Queues | 13 |
	| 2026-08-04 | Stacks | 16 |
	END
	hecto -C until import until.md && hecto -C until done >out &&
	grep "Queues" out && grep "Stacks" out
'

test_expect_success 'a plan says so in its own language' '
	cat >n2.md <<-\END &&
	# N2 学習プラン

	## Phase 1：準備（4月1日〜4月20日）

	### 語彙
	- [ ] 単語帳の前半
	- [ ] 単語帳の後半

	## Phase 2：模試（5月）

	| 回 | 実施日 | 教材 |
	|----|--------|------|
	| 第1回 | 5月3日（日） | 模試の一冊目 |
	| 第2回 | 5月10日（日） | 模試の二冊目 |
	END
	imports_as n2.md plan
'

test_expect_success 'a daily checklist is no diary' '
	cat >checklist.md <<-\END &&
	# Entrega 3 - Checklist diario

	## Dia 1 - Tela de entrada
	- [x] Criar a rota
	- [x] Desenhar a tela

	## Dia 2 - Tela de busca
	- [x] Criar o filtro
	- [x] Listar o que foi achado

	## Dia 3 - Testes
	- [ ] Cobrir os erros
	END
	imports_as checklist.md plan &&
	sed "s/Checklist diario/Diario/" checklist.md >diario.md &&
	imports_as diario.md 100days
'

test_expect_success 'days of Advent of Code are a log by its name' '
	cat >advent.md <<-\END &&
	# Advent of Code 2023

	## Day 4: Cards that win
	Recursion, then a plain array. It was quick.

	## Day 5: Seeds and ranges
	Part two by halves of ranges.

	## Day 6: Boats
	A formula is enough.
	END
	imports_as advent.md 100days && grep "3 entries, Day 4 to 6" out &&
	sed "s/Advent of Code 2023/Advent of Code 2023: plan/" advent.md >plan.md &&
	imports_as plan.md plan
'

test_expect_success 'a record of days is a log in Chinese' '
	cat >record.md <<-\END &&
	# 学习任务记录

	## 第3天：循环

	二十分钟，结果正确。

	## 第4天：函数

	十分钟，一处有误。
	END
	imports_as record.md 100days && grep "2 entries, Day 3 to 4" out
'

test_done
