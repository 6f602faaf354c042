"""English words of policy texts with their forms, to measure whether they meet and none other does.

A line is a word; words of one root that mean other things stand on lines of their own.
"""

from __future__ import annotations

_WORDS = """
school schools school's
government governments government's
child children children's
person persons
man men
woman women women's
foot feet
life lives
country countries country's
city cities
policy policies
police
agency agencies
university universities
universe
universal
authority authorities
author authors
company companies
technology technologies
economy economies
economic
strategy strategies
strategic
datum data
analysis analyses
criterion criteria
index indices indexes
basis bases
medium media
crisis crises
build builds building built
teach teaches teaching taught
bring brings bringing brought
buy buys buying bought
think thinks thinking thought
speak speaks speaking spoke spoken
give gives giving gave given
take takes taking took taken
write writes writing wrote written
begin begins beginning began begun
grow grows growing grew grown
know knows knowing knew known
show shows showing showed shown
say says saying said
pay pays paying paid
make makes making made
spend spends spending spent
lend lends lending lent
send sends sending sent
lose loses losing lost
lead leads leading led
keep keeps keeping kept
hold holds holding held
sell sells selling sold
tell tells telling told
find finds finding found
meet meets meeting met
run runs running ran
become becomes becoming became
choose chooses choosing chose chosen
rise rises rising rose risen
fall falls falling fell fallen
win wins winning won
go goes going went gone
see sees seeing saw seen
understand understands understanding understood
undertake undertakes undertaking undertook undertaken
develop develops developing developed
implement implements implementing implemented
introduce introduces introducing introduced
digitize digitizes digitizing digitized digitalize digitalizes digitalizing digitalized
plan plans planning planned
control controls controlling controlled
transfer transfers transferring transferred
apply applies applying applied
study studies studying studied
employ employs employing employed
reduce reduces reducing reduced
ensure ensures ensuring ensured
insure insures insuring insured
increase increases increasing increased
provide provides providing provided
require requires requiring required
secure secures securing secured
organize organizes organizing organized
organ organs
organic
general generals
generate generates generating generated
new newer newest
news
import imports importing imported
important
state states stating stated
station stations
nation nations
nature natures
commune communes
communicate communicates communicating communicated
public
publish publishes publishing published
expert experts
experience experiences experiencing experienced
operate operates operating operated
opera operas
arm arms
army armies
work works working worked
model models modeling modelling modeled modelled
centre centres center centers
programme programmes program programs
labour labor
defence defense
"""


def lemmas() -> dict[str, set[str]]:
    """Each form with its words, as ``pairs.measure`` takes them."""
    known: dict[str, set[str]] = {}
    for line in filter(None, _WORDS.split("\n")):
        for form in line.split():
            known.setdefault(form, set()).add(line.split()[0])
    return known
