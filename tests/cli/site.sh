# What tests of a site begin with, instead of setup.sh: a Saturday evening, on
# which the days of their logs are over.  Some ask python3.

. ./setup.sh
the_clock_shows 2026-05-09T20:15:00+02:00
if command -v python3 >/dev/null
then
	test_set_prereq PYTHON
fi
