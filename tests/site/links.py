#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Check that every link within a site leads to a page and a place of it.

	links.py FOLDER

Looks at href, src and action in each .html file beneath FOLDER, at anchors, at ids
that are given twice, at references between elements (aria-labelledby and the
like), and at pages that nothing leads to from index.html.  Prints what is
wrong, and exits with 1 if anything is.
"""
import os
import sys
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

REFERENCES = ('aria-labelledby', 'aria-describedby', 'aria-controls',
	      'aria-owns', 'for', 'headers')
UNLINKED = {'404.html'}
# "/log/" of the address that the site is to have.
HOME = urlsplit(os.environ.get('HECTO_SITE_BASE', '')).path


class Page(HTMLParser):
	def __init__(self):
		super().__init__(convert_charrefs=True)
		self.ids, self.twice = set(), []
		self.links, self.references = [], []
		self.base = None

	def handle_starttag(self, tag, attrs):
		attrs = dict(attrs)
		if tag == 'base':
			self.base = attrs.get('href')
		if attrs.get('id') is not None:
			if attrs['id'] in self.ids:
				self.twice.append(attrs['id'])
			self.ids.add(attrs['id'])
		for name in ('href', 'src', 'action'):
			if attrs.get(name) is not None and not (
					tag == 'link' and
					attrs.get('rel') == 'canonical'):
				self.links.append((tag, attrs[name]))
		for name in REFERENCES:
			for wanted in (attrs.get(name) or '').split():
				self.references.append((name, wanted))

	handle_startendtag = handle_starttag


def read_pages(root):
	pages, files = {}, set()
	for folder, _, names in os.walk(root):
		for name in names:
			path = os.path.relpath(os.path.join(folder, name), root)
			files.add(path)
			if not name.endswith('.html'):
				continue
			page = Page()
			with open(os.path.join(root, path),
				  encoding='utf-8') as f:
				page.feed(f.read())
			page.close()
			pages[path] = page
	return pages, files


def target_of(path, link):
	"""The file and anchor a link leads to; None: it leaves the site."""
	parts = urlsplit(link)
	if parts.scheme or parts.netloc:
		return None
	file = unquote(parts.path)
	if HOME and file.startswith(HOME):
		return file[len(HOME):] or 'index.html', unquote(parts.fragment)
	if not file:
		return path, unquote(parts.fragment)
	file = os.path.normpath(os.path.join(os.path.dirname(path), file))
	return file, unquote(parts.fragment)


def check_page(path, page, pages, files):
	for wanted in page.twice:
		yield f'{path}: the id "{wanted}" is given twice'
	for name, wanted in page.references:
		if wanted not in page.ids:
			yield f'{path}: {name} names "{wanted}", which is not there'
	for tag, link in page.links:
		target = target_of(path, link)
		if target is None:
			continue
		file, anchor = target
		if file not in files:
			yield f'{path}: <{tag}> leads to "{link}", which is not there'
		elif anchor and file in pages and anchor not in pages[file].ids:
			yield f'{path}: "{link}" has no such place'


def reachable(pages):
	seen, todo = set(), ['index.html']
	while todo:
		path = todo.pop()
		if path in seen or path not in pages:
			continue
		seen.add(path)
		for tag, link in pages[path].links:
			target = target_of(path, link)
			if tag in ('a', 'form') and target:
				todo.append(target[0])
	return seen


def main():
	if len(sys.argv) != 2:
		sys.exit(__doc__)
	pages, files = read_pages(sys.argv[1])
	wrong = [text for path in sorted(pages)
		 for text in check_page(path, pages[path], pages, files)]
	for path in sorted(set(pages) - reachable(pages) - UNLINKED):
		wrong.append(f'{path}: nothing leads there')
	for text in wrong:
		print(text)
	if 'index.html' not in pages:
		sys.exit('there is no index.html')
	print(f'{len(pages)} pages, {len(wrong)} wrong')
	sys.exit(1 if wrong else 0)


if __name__ == '__main__':
	main()
