# ruff: noqa: E501 — a rule a line reads as a table
"""Every rule beyond the schemas, described once: the settings and the reference are made of it."""

from __future__ import annotations

from dataclasses import dataclass

from catalog_app.validation.finding import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its identifier, how grave it usually is, its name, and what it looks for."""

    id: str
    severity: Severity
    title: str
    looks_for: str

    @property
    def family(self) -> str:
        """The word before the dot, by which related rules are switched together."""
        return self.id.partition(".")[0]


_RULES = (
    # ---- links inside a package
    Rule("reference.missing", "error", "Link to nothing", "DMDID, ADMID, FILEID, STRUCTID or another link inside the file names an ID that nothing has."),
    Rule("reference.wrong-kind", "warning", "Link to the wrong kind of thing", "A link meant for a description leads to a file, or the like."),
    Rule("reference.label", "error", "Structural link to nothing", "A link between divisions (smLink) names a division that is not there."),
    Rule("reference.related", "warning", "Link to nothing inside a record", "IDREF names an ID that no field of the file has."),
    Rule("reference.document", "warning", "Empty identifier of the package", "The header names the package by an identifier that is empty."),
    Rule("id.duplicate", "error", "ID given twice", "Two elements of one package or record carry the same ID."),
    # ---- names the schemas do not look at
    Rule("mods.unknown-element", "warning", "Unknown MODS element", "An element claims to be MODS and no version of MODS has it; the METS schema does not look there."),
    Rule("mets.mods-name", "error", "MODS element in the METS namespace", "mets:abstract, mets:originInfo and their like: MODS names written as METS."),
    Rule("mets.unknown-element", "warning", "Unknown METS element", "An element claims to be METS and no version of METS has it."),
    Rule("mets.hollow-section", "advice", "Section without content", "A section whose record has no value in it, with the links that lead to it."),
    # ---- records
    Rule("mods.empty-element", "advice", "Empty field", "A field without a value."),
    Rule("mods.primary", "warning", "More than one primary", "usage=\"primary\" stands on several fields of one kind."),
    Rule("mods.key-date", "warning", "More than one key date", "keyDate=\"yes\" stands on several dates."),
    Rule("mods.no-title", "advice", "No title", "A record without any title."),
    Rule("role.text-only", "advice", "Role in words only", "A role has a term but not its code, so that other systems cannot sort by it."),
    Rule("genre.uncontrolled", "advice", "Genre in the site's own words", "A genre from no list; a term from a list can stand beside it."),
    Rule("classification.label", "advice", "Classification that is a label", "A classification by the Library of Congress that is no class mark."),
    Rule("origin.split", "advice", "Origin in two halves", "Two origin fields of which one has only dates and the other only publisher or place."),
    # ---- dates
    Rule("date.w3cdtf", "warning", "Not a W3CDTF date", "A date that is not what its format w3cdtf says."),
    Rule("date.iso8601", "warning", "Not an ISO 8601 date", "A date that is not what its format iso8601 says."),
    Rule("date.edtf", "warning", "Not an EDTF date", "A date that is not what its format edtf says."),
    Rule("date.marc", "warning", "Not a MARC date", "A date that is not what its format marc says."),
    Rule("date.temper", "warning", "Not a TEMPER date", "A date that is not what its format temper says."),
    Rule("date.impossible", "warning", "Impossible date", "A day or a month that does not exist, such as 30 February."),
    Rule("date.reversed", "warning", "Reversed range", "A range that ends before it starts."),
    Rule("date.future", "warning", "Date far ahead", "A date more than two years ahead."),
    Rule("date.year-month", "warning", "Year and month without hyphen", "198405 in an ISO 8601 date, which can be misread."),
    Rule("date.edtf-older", "advice", "Draft form of EDTF", "EDTF as it was written before 2019."),
    Rule("date.spaces", "advice", "Blanks around a date", "Blanks or line breaks around a date."),
    Rule("date.range", "advice", "Range in one date", "A range such as 1990-1995 in one date without a format, where a start and an end can stand."),
    Rule("date.no-encoding", "advice", "Date without a format", "A complete date that does not say how it is written."),
    # ---- text
    Rule("text.forbidden-character", "error", "Character that XML forbids", "A control character that no XML file may hold."),
    Rule("text.control-character", "warning", "Control character", "A character that is no text, often from Windows."),
    Rule("text.html-entity", "warning", "Leftover of HTML", "&nbsp; or &amp; standing in the text as characters."),
    Rule("text.html-tag", "warning", "HTML tag in the text", "<b>, <p> and the like standing in the text as characters."),
    Rule("text.typed-tags", "advice", "Tags written as text", "Whole tags standing as characters where markup may stand: in an extension or an access condition."),
    Rule("text.garbled", "warning", "Garbled letters", "Ã¼ for ü: text that was read in the wrong encoding."),
    Rule("text.outer-blank", "advice", "Blanks around the text", "Blanks or line breaks before or after a value."),
    Rule("text.doubled-blank", "advice", "Doubled blanks", "Two or more blanks in a row."),
    Rule("text.hard-blank", "advice", "Non-breaking blanks", "Non-breaking blanks that no typography asks for."),
    Rule("text.invisible", "advice", "Invisible characters", "Characters without width, which searches stumble over."),
    Rule("text.direction-mark", "advice", "Marks of writing direction", "Marks for text from right to left where there is none."),
    Rule("text.mixed-scripts", "warning", "Letters of two scripts in one word", "A Cyrillic letter inside a Latin word, or the reverse."),
    Rule("text.not-composed", "advice", "Accents apart from their letters", "Letters and accents written as two characters."),
    Rule("text.isbd", "advice", "Punctuation of catalogue cards", "A title that ends with “ /” or “ :”."),
    Rule("text.full-stop", "advice", "Full stop after a title", "A title that ends with a full stop."),
    Rule("text.capitals", "advice", "Title in capitals", "A title written wholly in capitals."),
    # ---- identifiers and addresses
    Rule("identifier.isbn", "warning", "Wrong ISBN", "An ISBN with a wrong length or check digit."),
    Rule("identifier.issn", "warning", "Wrong ISSN", "An ISSN with a wrong shape or check digit."),
    Rule("identifier.ismn", "warning", "Wrong ISMN", "An ISMN with a wrong shape or check digit."),
    Rule("identifier.doi", "warning", "Wrong DOI", "A DOI that is none."),
    Rule("identifier.orcid", "warning", "Wrong ORCID iD", "An ORCID iD with a wrong shape or check digit."),
    Rule("identifier.isni", "warning", "Wrong ISNI", "An ISNI with a wrong shape or check digit."),
    Rule("identifier.handle", "warning", "Wrong Handle", "A Handle without prefix or name."),
    Rule("identifier.urn", "warning", "Wrong URN", "A URN with a wrong shape."),
    Rule("identifier.lccn", "warning", "Wrong LCCN", "A Library of Congress control number with a wrong shape."),
    Rule("identifier.check-digit", "warning", "Mistyped number", "An ISBN, ISSN, ORCID iD or the like whose last digit does not fit the others."),
    Rule("identifier.form", "advice", "Identifier in an unusual form", "A good identifier with a prefix, address or blanks that MODS leaves out."),
    Rule("identifier.words", "warning", "Words in an identifier", "An identifier with words after it, such as (pbk.)."),
    Rule("url.local-path", "warning", "Path on somebody's computer", "An address that leads to a disk, not to the web."),
    Rule("url.stray-characters", "advice", "Stray characters round an address", "Brackets, stops or blanks around a web address."),
    Rule("url.scheme", "warning", "Address without https://", "A web address without its beginning, or with a misspelt one."),
    Rule("url.html", "warning", "HTML in an address", "A web address with HTML around it."),
    Rule("url.several", "warning", "Several addresses in one field", "Two web addresses in one field."),
    Rule("url.blank", "warning", "Blank in an address", "A blank inside a web address."),
    Rule("url.backslash", "warning", "Backslash in an address", "A backslash inside a web address."),
    Rule("url.host", "warning", "Address without a site", "A web address whose site cannot exist."),
    # ---- codes, languages, names
    Rule("code.unknown", "warning", "Code not in its list", "A code that the list named by its authority does not have."),
    Rule("code.unknown-term", "warning", "Term not in its list", "A term that the list named by its authority does not have."),
    Rule("code.obsolete", "warning", "Obsolete code", "A code that its list has given up."),
    Rule("code.slip", "advice", "Type that looks mistyped", "A type, or the short name of a list, that is a letter or two away from one in common use."),
    Rule("code.as-term", "warning", "Code written as a term", "A code in a field that says it holds words."),
    Rule("code.disagrees", "warning", "Code and words disagree", "A code and the term beside it that mean different things."),
    Rule("language.tag", "warning", "Wrong language tag", "A tag that is not built as RFC 5646 says."),
    Rule("language.unknown", "warning", "Unknown language", "A tag for a language that does not exist."),
    Rule("language.obsolete", "warning", "Obsolete language tag", "A tag that has been replaced."),
    Rule("language.long-code", "warning", "Long language code", "A tag of three letters where there is one of two."),
    Rule("name.no-date", "warning", "No date in a name's date", "Words in the part of a name that is for dates."),
    Rule("name.dates-inside", "advice", "Dates inside a name", "Years of birth and death in another part of a name."),
    Rule("name.address-inside", "advice", "Title inside a name", "Dr., Prof. and the like in another part of a name."),
    Rule("name.comma-in-given", "warning", "Whole name in the given name", "A comma inside a given name."),
    Rule("name.whole-in-given", "advice", "Whole name in the given name", "A given name that looks like a whole name."),
    Rule("name.comma-in-family", "warning", "Whole name in the family name", "A comma inside a family name."),
    Rule("name.whole-in-family", "advice", "Whole name in the family name", "A family name that looks like a whole name."),
    Rule("name.undivided", "advice", "Undivided name", "A personal name not divided into family and given name."),
    Rule("name.person-part", "warning", "Personal part of a corporate name", "Family or given name in the name of an organisation."),
    # ---- EPrints
    Rule("eprints.Q1", "warning", "Q1: description without its frame", "MODS fields stand directly in the METS section, without a record around them."),
    Rule("eprints.Q2", "warning", "Q2: useAndReproduction", "The deposit agreement stands in an element that MODS does not have."),
    Rule("eprints.Q3", "warning", "Q3: empty file section", "A file section without any file."),
    Rule("eprints.Q4", "error", "Q4: file pointer to nothing", "A pointer with “_document” in it, which the file's ID does not have."),
    Rule("eprints.Q5", "warning", "Q5: file pointer after a division", "A file pointer after a division, where METS allows none."),
    Rule("eprints.Q6", "advice", "Q6: several packages in one file", "An export list (mets-objects) instead of one package."),
    Rule("eprints.Q7", "advice", "Q7: link to the whole administrative section", "A division points to the amdSec and not to the statement inside."),
    Rule("eprints.Q8", "warning", "Q8: iso8061", "The format of a date is misspelt."),
    Rule("eprints.Q9", "advice", "Q9: origin in two halves", "The date and the publisher stand in two origin fields."),
    Rule("eprints.Q10", "advice", "Q10: subject written as a classification", "A classification that holds a subject's label, not a class mark."),
    Rule("eprints.Q11", "advice", "Q11: type in the site's language", "The genre is the repository's own word for the type."),
    Rule("eprints.Q12", "warning", "Q12: leftovers of HTML, doubled blanks", "&nbsp;, &amp;, non-breaking and doubled blanks in a text."),
    Rule("eprints.Q13", "advice", "Q13: names without role code", "A role in words only, or an empty part of a name."),
    Rule("eprints.Q14", "advice", "Q14: labels that say nothing", "A label that is the same in every record, an owner's number that repeats the address."),
    Rule("eprints.Q15", "advice", "Q15: title in capitals", "A title written wholly in capitals."),
    Rule("eprints.Q16", "warning", "Q16: section without content", "A section that describes nothing, with the links that lead to it."),
)  # fmt: skip

TABLE = {rule.id: rule for rule in _RULES}
FAMILIES = tuple(dict.fromkeys(rule.family for rule in _RULES))
