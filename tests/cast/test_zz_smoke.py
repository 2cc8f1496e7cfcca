import pytest
from tests.cast.people import *
@pytest.mark.parametrize("who",["lan","minh","hoa","grace","minjun","mai"])
@pytest.mark.parametrize("url",["/me/","/me/card/","/me/card/print/","/me/participation/","/me/participation/?fund=bhyt","/me/participation/?fund=bhtn","/me/participation/?fund=tnld","/me/participation/participation.csv"])
def test_all(the_cast, signed_in, who, url, settings):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    c=signed_in(the_cast[who])
    for i in (1,2):
        with CaptureQueriesContext(connection) as q:
            r=c.get(url)
        print(who,url,i,len(q))
    assert r.status_code==200, r.content.decode()[:3000]
    if who=='lan' and i==2:
        for x in q: print('   ',x['sql'][:160])

def test_pdf(lan, signed_in):
    r=signed_in(lan).post("/me/participation/statement/")
    print(r.status_code, r.headers, len(r.content)); assert r.content[:5]==b'%PDF-'
    r=signed_in(lan).get("/me/participation/statement/"); assert r.status_code==200
