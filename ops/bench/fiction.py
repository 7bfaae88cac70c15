"""Articles of news that never happened, each with sentences, names and numbers of its own, for benchmarks."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random


def _list(items: str) -> list[str]:
    return items.split()


_GIVEN = _list(
    "Amina John Fatima Carlos Mei Olga Tariq Ingrid Samuel Leila Pedro Anjali Yusuf Marta Hassan Elena Kofi Rosa Viktor Noor "
    "Paul Zainab Luis Hana Ibrahim Clara Dmitri Aisha Thomas Priya Omar Lucia Chen Maria Ali Sofia Daniel Ruth Abdul Nadia"
)
_FAMILY = _list(
    "Okoro Sule Ramirez Petrov Haddad Lindqvist Mensah Karimi Duarte Sharma Aziz Novak Bello Costa Ivanova Mbeki Torres Khan "
    "Schmidt Diallo Kowalski Osman Castillo Rahman Berg Traore Moreno Sokolov Hussein Fernandes Tanaka Adeyemi Molina Popescu "
    "Qureshi Lambert Sesay Vargas Yilmaz Nyambura Hollande Garrick Whitlow Achterberg Delacroix Szymanski Abernathy Orellana"
)
_PLACES = _list(
    "Maiduguri:Nigeria:Nigerian Kano:Nigeria:Nigerian Mosul:Iraq:Iraqi Basra:Iraq:Iraqi Quetta:Pakistan:Pakistani "
    "Peshawar:Pakistan:Pakistani Kharkiv:Ukraine:Ukrainian Odesa:Ukraine:Ukrainian Goma:Congo:Congolese Piura:Peru:Peruvian "
    "Arequipa:Peru:Peruvian Medellin:Colombia:Colombian Cali:Colombia:Colombian Manila:Philippines:Philippine "
    "Davao:Philippines:Philippine Aleppo:Syria:Syrian Homs:Syria:Syrian Kandahar:Afghanistan:Afghan Herat:Afghanistan:Afghan "
    "Mombasa:Kenya:Kenyan Kisumu:Kenya:Kenyan Gondar:Ethiopia:Ethiopian Mekelle:Ethiopia:Ethiopian Tbilisi:Georgia:Georgian "
    "Izmir:Turkey:Turkish Diyarbakir:Turkey:Turkish Leipzig:Germany:German Duisburg:Germany:German Lyon:France:French "
    "Marseille:France:French Jaipur:India:Indian Srinagar:India:Indian Sylhet:Bangladesh:Bangladeshi Mandalay:Myanmar:Burmese "
    "Oaxaca:Mexico:Mexican Tijuana:Mexico:Mexican Benghazi:Libya:Libyan Sirte:Libya:Libyan Gao:Mali:Malian Kidal:Mali:Malian"
)
_DAYS = _list("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_NUMBERS = _list("three four five six seven eight nine ten eleven twelve")
_TITLES = (
    "{number} dead as gunmen storm market in {city}",
    "{country} and {other_country} sign deal on border trade",
    "Thousands march in {city} against fuel prices",
    "{demonym} troops pull back from {other_city}",
    "Court in {city} jails former minister {family}",
    "Aid reaches flooded villages near {city}",
)
_TOLD = (
    "Gunmen killed at least {number} people on {day} when they opened fire on a market in the city of {city}, police said.",
    "The attack was claimed by a militant group that has fought the {demonym} government for {few} years.",
    "President {person} condemned the killings and promised to send more troops to the region.",
    "{family} met the governor in {city} on {day} and urged neighbouring {other_country} to close its border to the fighters.",
    "Hundreds of residents marched through the streets of {city} to demand better protection.",
    "Some of them threw stones at police, who fired tear gas; {number} people were arrested, said their commissioner, {person}.",
    "The United Nations offered help to the wounded, and a spokesman in Geneva said that {few} teams of doctors would travel.",
    "{demonym} forces shelled rebel positions near {city} overnight, wounding {number} civilians, according to the council.",
    "The foreign minister of {country}, {person}, accused {other_country} of arming the rebels, a charge that it denied.",
    "Negotiators from {country} and {other_country} agreed on {day} to exchange {number} prisoners within {few} weeks.",
    '"We have waited for this day for {few} years," said {person}, a teacher from {city}, who walked {number} kilometres.',
    "A court in {city} sentenced the former deputy mayor, {person}, to {few} years in prison for taking bribes.",
    "His lawyer, {person}, said that she would appeal against the verdict, which she called a disgrace.",
    "Workers at the port of {city} went on strike on {day} over wages, and some {hundred} trucks waited at the gates.",
    "The union, which represents {hundred} dockers, rejected an offer of {few} percent and threatened to extend the walkout.",
    "Police in {city} raided {few} houses at dawn and seized rifles, explosives and {hundred} rounds of ammunition.",
    "{country} will impose sanctions on {few} companies of {other_country}, the ministry of finance announced on {day}.",
    "The European Union welcomed the decision, while the {other_demonym} ambassador, {person}, called it an insult.",
    "The army withdrew from {other_city} on {day}, two weeks after a ceasefire was signed in {city}.",
    "Kidnappers freed {few} engineers of a {demonym} oil company who had been seized in {other_city} last month.",
    "No ransom was paid, said {person}, who leads the negotiations for the company.",
    "A suicide bomber blew himself up at a checkpoint outside {city}, killing {few} soldiers and injuring {number} passers-by.",
    "The river had risen by {few} metres since {day}, and more than {hundred} families left their homes around {city}.",
    "The Red Cross sent {number} trucks with tents, blankets and clean water, and {other_country} promised a field hospital.",
    "In the {hundred}-seat parliament the opposition demanded that {family} resign over the affair.",
    "Lawmakers voted {number} to {few} for the bill, which {person} is expected to sign by the end of March.",
    "Human rights groups said that {number} activists had been detained in {city} since the protests began in February.",
    "The defence ministry denied that its aircraft had struck the bridge, and blamed militants loyal to {person}.",
    "Leaders of the two parties met for the first time since the election and discussed how to form a government.",
    "Officials fear that fighters could attack the dam if the talks in {other_city} fail.",
)
"""Sentences that tell of events."""
_CALM = (
    "The market, the largest in the province, had reopened in January after a fire.",
    "Traders sell grain, cattle and cloth there, and buyers come from as far as {other_city}, {hundred} kilometres to the west.",
    "Schools stayed closed, and in the hospital nurses spoke of long nights and of families who waited in the yard for news.",
    "The central bank left its rate unchanged, and analysts at {family} Capital expect growth of {few} percent this year.",
    "{person}, who was born in {other_city} in 19{number}, has written {few} books about the war.",
    "The festival drew visitors from {country}, {other_country} and beyond, and the hotels of {city} were full for {few} days.",
    "Researchers at the University of {other_city} found that the wells near the mine held {few} times the lead that is allowed.",
    "He had left the house early, as he did every day, and had taken the old road along the canal.",
    "The team of {city} won {few}-1 against {other_city}, and coach {family} praised the young striker, {person}.",
    "The road to {other_city} is narrow, and in the rainy season buses take half a day for {number} kilometres.",
    "Its old quarter, with its brick towers and its covered bazaar, is known well beyond {country}.",
    "On the hill above the town stands a white church that was built when the railway came.",
    "Most families here live from fishing, and the young look for work in {other_city} or abroad.",
    "The museum shows coins, maps and letters of the {demonym} navy, among them those of Captain {person}.",
    "{family}, {number}, studied economics in {other_city} and speaks four languages.",
    "Nobody in the village could remember a winter like this one.",
    "The company, which has its seat in {city}, makes pumps, valves and small engines.",
    "A ticket costs {few} dollars, and children under six pay nothing.",
    "There are {hundred} pupils in the school, {number} of them from {other_country}.",
    "Her first novel, a story of two sisters in {city}, was translated into {few} languages.",
    "The bridge is {hundred} metres long and carries four lanes and a footpath.",
    "Last year the region had {number} days of frost, more than in any year of the decade.",
    "It is a question of patience, {family} likes to say, and of good shoes.",
    "Prices of bread and oil have doubled since the summer, and many shops in {other_city} take only foreign money.",
)
"""Sentences that tell of none, or of none that is coded: in news they are the most."""


def article_texts(random: Random, number: int, words: int) -> Iterator[tuple[str, str]]:
    """Title and text of so many articles, each of at least so many words; a line tells one thing, and has other sentences."""
    for _ in range(number):
        names = _names(random)
        told, calm = random.sample(_TOLD, len(_TOLD)), random.sample(_CALM, len(_CALM))
        lines: list[str] = []
        length = 0
        while length < words:
            line = [told.pop(), *(calm.pop() for _ in range(random.choice((1, 2))))]
            random.shuffle(line)
            lines.append(" ".join(_filled(sentence, names, random) for sentence in line))
            length += len(lines[-1].split())
        yield _filled(random.choice(_TITLES), names, random), "\n".join(lines)


def _names(random: Random) -> dict[str, list[str]]:
    """The few places and people of one article, which come back in it."""
    return {
        "places": random.sample(_PLACES, 3),
        "people": [f"{random.choice(_GIVEN)} {family}" for family in random.sample(_FAMILY, 3)],
    }


def _filled(sentence: str, names: dict[str, list[str]], random: Random) -> str:
    here, there = (place.split(":") for place in random.sample(names["places"], 2))
    person = random.choice(names["people"])
    return sentence.format(
        city=here[0],
        country=here[1],
        demonym=here[2],
        other_city=there[0],
        other_country=there[1],
        other_demonym=there[2],
        person=person,
        family=person.split()[1],
        number=random.randint(11, 99),
        few=random.choice(_NUMBERS),
        hundred=random.randint(2, 19) * 50,
        day=random.choice(_DAYS),
    )
