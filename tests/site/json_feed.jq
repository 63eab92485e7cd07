# Is it a JSON Feed as version 1.1 (jsonfeed.org/version/1.1) wants it?  Every
# complaint is a line of output: jq -r -f json_feed.jq feed.json

def is_text: type == "string" and length > 0;
def is_address: is_text and test("^https?://[^\\s/]+(/\\S*)?$");
def is_date: is_text and test(
	"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$");

# "must" and "should be an address of …", where the key is there at all.
def optional($where; $key; check; $what):
	if has($key) and (.[$key] | check | not) then "\($where): \($key) is no \($what)"
	else empty end;

def authors($where):
	if has("authors") | not then empty
	elif .authors | type != "array" then "\($where): authors is no list"
	else .authors[] | if type == "object" and
			(has("name") or has("url") or has("avatar")) then empty
		else "\($where): an author says nothing" end
	end;

def item($i): "items[\($i)]" as $where |
	(if .id | is_text then empty else "\($where): there is no id" end),
	(if (.content_html | type) == "string" or
			(.content_text | type) == "string" then empty
		else "\($where): there is no content" end),
	optional($where; "url"; is_address; "address"),
	optional($where; "external_url"; is_address; "address"),
	optional($where; "title"; type == "string"; "text"),
	optional($where; "summary"; is_text and (test("</[A-Za-z]+>|&(amp|lt|gt|quot);") | not); "plain text"),
	optional($where; "image"; is_address; "address"),
	optional($where; "date_published"; is_date; "RFC 3339 date"),
	optional($where; "date_modified"; is_date; "RFC 3339 date"),
	optional($where; "tags"; type == "array" and all(type == "string"); "list of texts"),
	authors($where);

(if .version == "https://jsonfeed.org/version/1.1" then empty
	else "the version is another one" end),
(if .title | is_text then empty else "there is no title" end),
(if .items | type == "array" then empty else "there are no items" end),
optional("feed"; "home_page_url"; is_address; "address"),
optional("feed"; "feed_url"; is_address; "address"),
optional("feed"; "icon"; is_address; "address"),
optional("feed"; "favicon"; is_address; "address"),
optional("feed"; "language"; is_text and test("^[A-Za-z]{2,8}(-[A-Za-z0-9]+)*$"); "language"),
optional("feed"; "expired"; type == "boolean"; "boolean"),
authors("feed"),
(.items // [] | to_entries[] | .key as $i | .value | item($i)),
(.items // [] | map(.id) | if length == (unique | length) then empty
	else "two items have one id" end)
