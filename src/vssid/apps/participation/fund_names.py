"""The funds as notices and statements name them."""

from vssid.domain.ledger.entry import Fund
from vssid.domain.values.problem import marked

FUND_NAMES = {
    Fund.BHXH: marked("Social insurance"),
    Fund.BHYT: marked("Health insurance"),
    Fund.BHTN: marked("Unemployment insurance"),
    Fund.TNLD: marked("Occupational accident and disease insurance"),
}
