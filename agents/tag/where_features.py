"""What is known of a place's mention as the scene of a trigger, as named features: of each aspect its values, alone or not."""

from __future__ import annotations

from agents.tag.role_features import Aspect
from agents.tag.whereabouts import STRONG

_DISTANCES = ("0", "1", "2", "3", "3", "5", "5", "5", "5", "9", "9", "9", "9", "9", "9", "15")


def features_of(aspect: Aspect) -> list[str]:
    """The features of one aspect: its values, alone and together."""
    match aspect:
        case "itself", size, before, after, away:
            names = [f"size={size}", f"before={before}", f"before={before}|{size}", f"after={after}", f"after={after}|{before}"]
            return [f"{name}|away" for name in names] if away else names
        case "among places", size, often, most, named, of_next, of_last, order, alone, away:
            names = [f"often={often}", f"most={most}|{size}", f"named={named}", f"beside places={of_next}{of_last}|{size}"]
            names += [f"order={order}", f"alone={alone}"]
            return [f"{name}|away" for name in names] if away else names
        case "away", away, before, size, near, kind:
            names = [f"away={away}", f"away={away}|{before}", f"away={away}|{size}", f"away={away}|{near}"]
            return [*names, f"away|{kind}", f"away|{kind}|{size}"]
        case "passed", away, between, size, strong, first:
            names = [f"between={between}|{size}", f"between={between}|{strong}", f"between={between}|away={away}"]
            return [*names, f"first={first}|{size}", f"first={first}|{strong}"]
        case "whose", size:
            return ["whose", f"whose|{size}"]
        case "here", side, voice, gap, before, same:
            distance, strong = _DISTANCES[gap], before in STRONG
            names = [f"side={side}|{voice}", f"distance={distance}|{side}", f"distance={distance}|{strong}"]
            return [*names, f"same={same}|{strong}", f"same={same}|{side}|{before}", f"beside={gap == 0}|{side}|{voice}"]
        case "scene", kind, before, size, whose:
            return [f"of={whose}|{before}", f"{kind}|{size}", f"{kind}|{before in STRONG}", f"{kind}|of={whose}"]
        case "speech", spoken, side, gap, same, strong, said:
            names = [f"spoken={spoken}|{side}", f"spoken={spoken}|{side}|{gap}", f"spoken={spoken}|{side}|{strong}|{same}"]
            return [*names, f"said|{spoken}"] if said else names
        case "nowhere", kind, here:
            return ["nowhere", f"nowhere|{kind}", f"nowhere|here={here}", f"nowhere|{kind}|here={here > 0}"]
    raise ValueError(f"no such aspect: {aspect!r}")
