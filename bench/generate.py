"""generate.py contacts|appointments DIR [--count N] [--seed N]: what the bench measures with.
generate.py change DIR --items N [--round N]: changes N of the items in DIR; another round changes other items.

The same arguments make the same bytes on every machine, and an item is the same whatever the count.

A contact is a vCard 3.0 with names of several scripts, two mail addresses, three telephone numbers, two addresses, a
company, categories and a note; every tenth has a picture whose base64 text is 20 to 60 kB. Of the appointments three
quarters are single, the others series with an end, one in ten of which has a changed occurrence; a third have a reminder,
a fifth attendees, a fifth are all-day.
"""
import argparse, base64, datetime, os, random, sys, uuid

FIRST = ('Anna Björn Chloé Dieter Élodie Fatma Günther Hélène Ibrahim Jürgen Karin Łukasz Maria Niño Olga Peter Quentin Renée Søren '
         'Tomáš Ursula Víctor Wolfgang Xenia Yusuf Zoë James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William '
         'Barbara Richard Susan Joseph Jessica Θωμάς Алексей Мария 太郎 花子 小明 يوسف דוד').split()
LAST = ("Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann García Fernández Núñez O'Brien McDonald Dvořák "
        "Nowák Østergaard Åkesson Dupont Lefèvre Rossi Bianchi Yılmaz Kowalczyk Smith Johnson Williams Brown Jones Miller Davis "
        "Rodriguez Martinez Anderson Taylor Thomas Moore Jackson White Παπαδόπουλος Иванов Смирнова 山田 佐藤 王 الحسن כהן").split()
ORG = ['Acme GmbH', 'Nordlicht Energie AG', 'Café Central, Inc.', 'Müller & Söhne KG', 'Globex Corporation', 'Initech; Ltd.', 'Umbrella S.A.',
       'Hooli LLC', 'Stadtwerke Köln', 'Universität Zürich', 'ÉcoTransport SARL', 'Vandelay Industries']
DEPT = ['Sales', 'Research & Development', 'Einkauf', 'Legal', 'Support', 'Geschäftsführung', 'Marketing', 'IT']
TITLE = ['Sales Manager', 'Software Engineer', 'Geschäftsführerin', 'Head of R&D', 'Consultant', 'Attorney', 'Buchhalter', 'Project Lead']
STREET = ['Hauptstraße', 'Main Street', 'Rue de la Paix', 'Via Roma', 'Calle Mayor', 'Bahnhofstraße', 'King’s Road', 'Ulica Długa', 'Lindenallee']
CITY = [('Berlin', 'BE', 'Germany'), ('Köln', 'NRW', 'Germany'), ('Wien', '', 'Austria'), ('Zürich', 'ZH', 'Switzerland'), ('Paris', 'IDF', 'France'),
        ('London', '', 'United Kingdom'), ('New York', 'NY', 'USA'), ('Kraków', 'MA', 'Poland'), ('Milano', 'MI', 'Italy'), ('東京', '', 'Japan')]
CAT = ['Customer', 'Supplier', 'Friends', 'Family', 'Team A', 'VIP', 'Newsletter', 'Überfällig']
WORDS = ('met at the trade fair, prefers e-mail; call back after the holidays, two children, contract until 2027, allergic to nuts, vegetarian, '
         'speaks German and French, referred by a colleague, invoice address differs, do not call before noon, old number no longer valid').split(', ')
DOMAIN = ['example.org', 'example.com', 'example.net', 'mail.example.org']


def esc(s):
    return s.replace('\\', '\\\\').replace(';', '\\;').replace(',', '\\,').replace('\n', '\\n')


def fold(line):
    b = line.encode('utf-8')
    if len(b) <= 75:
        return b + b'\r\n'
    out, lim = [], 75
    while len(b) > lim:
        cut = lim
        while b[cut] & 0xC0 == 0x80:      # never within a UTF-8 character
            cut -= 1
        out.append(b[:cut])
        b, lim = b[cut:], 74              # continuation lines start with a space
    out.append(b)
    return b'\r\n '.join(out) + b'\r\n'


def phone(r):
    return '+%d %d %s' % (r.choice((49, 43, 41, 33, 44, 1, 48, 39)), r.randint(10, 999), ' '.join(str(r.randint(100, 999)) for _ in range(2)) + str(r.randint(0, 99)))


def photo(r):
    n = r.randint(20000, 60000) * 3 // 4 // 3 * 3
    body = b'\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x48\x00\x48\x00\x00' + r.randbytes(n - 22) + b'\xff\xd9'
    return base64.b64encode(body).decode()


def rev(r, rnd=0):
    return '2026%02d%02dT%02d%02d%02dZ' % (r.randint(1, 10), r.randint(1, 28), r.randint(0, 23), r.randint(0, 59), rnd % 60)


def card(r, with_photo):
    uid = str(uuid.UUID(int=r.getrandbits(128), version=4))
    f, l = r.choice(FIRST), r.choice(LAST)
    pre = r.choice(['', '', '', '', 'Dr.', 'Prof. Dr.'])
    mid = r.choice(['', '', '', 'Maria', 'J.'])
    fn = ' '.join(x for x in (pre, f, mid, l) if x)
    loc = 'user%06d' % r.randint(0, 999999)
    L = ['BEGIN:VCARD', 'VERSION:3.0', 'PRODID:-//make-contacts//EN', 'UID:' + uid, 'FN:' + esc(fn),
         'N:%s;%s;%s;%s;' % (esc(l), esc(f), esc(mid), esc(pre))]
    if r.random() < .2:
        L.append('NICKNAME:' + esc(f[:3] + 'i'))
    L += ['EMAIL;TYPE=INTERNET,WORK,PREF:%s@%s' % (loc, r.choice(DOMAIN)), 'EMAIL;TYPE=INTERNET,HOME:%s.home@%s' % (loc, r.choice(DOMAIN)),
          'TEL;TYPE=WORK,VOICE:' + phone(r), 'TEL;TYPE=CELL,VOICE:' + phone(r), 'TEL;TYPE=%s:%s' % (r.choice(('HOME,VOICE', 'WORK,FAX')), phone(r))]
    for t in ('WORK', 'HOME'):
        c = r.choice(CITY)
        L.append('ADR;TYPE=%s:;%s;%s;%s;%s;%05d;%s' % (t, esc('Floor %d' % r.randint(1, 9)) if r.random() < .2 else '',
                                                     esc('%s %d' % (r.choice(STREET), r.randint(1, 250))), esc(c[0]), esc(c[1]), r.randint(1000, 99999), esc(c[2])))
    L += ['ORG:%s;%s' % (esc(r.choice(ORG)), esc(r.choice(DEPT))), 'TITLE:' + esc(r.choice(TITLE))]
    if r.random() < .1:
        L.append('ROLE:' + esc(r.choice(TITLE)))
    if r.random() < .3:
        L.append('URL;TYPE=WORK:https://www.example.org/people/%s' % loc)
    if r.random() < .4:
        L.append('BDAY:%04d-%02d-%02d' % (r.randint(1940, 2005), r.randint(1, 12), r.randint(1, 28)))
    L.append('CATEGORIES:' + ','.join(esc(x) for x in r.sample(CAT, r.randint(1, 3))))
    n = r.choice((1, 1, 2, 3, 12))
    L.append('NOTE:' + esc(('\n' if n > 2 else '; ').join(r.choice(WORDS) for _ in range(n))))
    L.append('REV:' + rev(r))
    if with_photo:
        L.append('PHOTO;ENCODING=b;TYPE=JPEG:' + photo(r))
    L.append('END:VCARD')
    return uid, b''.join(fold(x) for x in L)


TOPIC = ('Jour fixe;Planning;Review;1:1;Budget;Workshop;Zahnarzt;Customer visit;Réunion d’équipe;Interview;Retrospective;'
         'Elternabend;Release;Training;Demo;会議;Quarterly numbers;Lunch;Vendor call;Onboarding').split(';')
PLACE = 'Room 1;Room 2;Raum Donau;https://meet.example.org/j/8231;Café Central;;;'.split(';')
ZONE = 'Europe/Vienna'
VTIMEZONE = ['BEGIN:VTIMEZONE', 'TZID:' + ZONE, 'BEGIN:DAYLIGHT', 'DTSTART:19810329T020000', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'TZNAME:CEST',
             'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'END:DAYLIGHT', 'BEGIN:STANDARD', 'DTSTART:19961027T030000',
             'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'TZNAME:CET', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'END:STANDARD', 'END:VTIMEZONE']


def local(t):
    return t.strftime('%Y%m%dT%H%M%S')


def event(r):
    uid = str(uuid.UUID(int=r.getrandbits(128), version=4))
    day = datetime.datetime(2024, 1, 1) + datetime.timedelta(days=r.randrange(1400))
    start = day + datetime.timedelta(minutes=30 * r.randint(14, 38))
    end = start + datetime.timedelta(minutes=r.choice((30, 60, 60, 90, 120)))
    stamp = start.strftime('2024%m%dT060000Z')
    allday = r.random() < .2
    title = '%s %s' % (r.choice(TOPIC), r.choice(('', 'A', 'B', 'Nord', '#%d' % r.randint(1, 99))))

    def body(first, last, recurrence):
        L = ['BEGIN:VEVENT', 'UID:' + uid, 'DTSTAMP:' + stamp, 'SUMMARY:' + esc(title.strip())]
        if allday:
            L += ['DTSTART;VALUE=DATE:' + first.strftime('%Y%m%d'), 'DTEND;VALUE=DATE:' + (first + datetime.timedelta(days=1)).strftime('%Y%m%d')]
        else:
            L += ['DTSTART;TZID=%s:%s' % (ZONE, local(first)), 'DTEND;TZID=%s:%s' % (ZONE, local(last))]
        return L + recurrence

    series = r.random() < .25
    rule = []
    if series:
        rule = [r.choice(('RRULE:FREQ=WEEKLY;BYDAY=%s;COUNT=%d' % ('MO TU WE TH FR SA SU'.split()[start.weekday()], r.randint(3, 30)),
                          'RRULE:FREQ=DAILY;COUNT=%d' % r.randint(2, 10), 'RRULE:FREQ=MONTHLY;BYMONTHDAY=%d;COUNT=%d' % (min(start.day, 28), r.randint(2, 12))))]
        if 'MONTHLY' in rule[0] and start.day > 28:
            start, end = start.replace(day=28), end.replace(day=28)
    more = ['LOCATION:' + esc(p) for p in [r.choice(PLACE)] if p]
    more += ['DESCRIPTION:' + esc('\n'.join(r.choice(WORDS) for _ in range(r.choice((1, 2, 4, 12)))))]
    more += ['CATEGORIES:' + ','.join(esc(x) for x in r.sample(CAT, r.randint(1, 2)))] if r.random() < .5 else []
    more += ['TRANSP:TRANSPARENT' if allday else 'TRANSP:OPAQUE', 'CLASS:' + ('PRIVATE' if r.random() < .1 else 'PUBLIC')]
    if r.random() < .2:
        more += ['ORGANIZER;CN=Clara Berg:mailto:clara@example.org']
        more += ['ATTENDEE;CN=%s;PARTSTAT=%s;RSVP=TRUE:mailto:user%04d@example.org' % (r.choice(FIRST), r.choice(('ACCEPTED', 'NEEDS-ACTION', 'DECLINED')), n)
                 for n in r.sample(range(10000), r.randint(1, 6))]
    if r.random() < .33:
        more += ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Reminder', 'TRIGGER:-PT%dM' % r.choice((5, 15, 30, 60)), 'END:VALARM']
    L = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//tandem bench//EN'] + ([] if allday else VTIMEZONE) + body(start, end, rule) + more + ['END:VEVENT']
    if series and r.random() < .1 and not allday and 'DAILY' not in rule[0] and 'WEEKLY' in rule[0]:
        moved = start + datetime.timedelta(days=7)
        L += body(moved + datetime.timedelta(hours=1), moved + datetime.timedelta(hours=2), ['RECURRENCE-ID;TZID=%s:%s' % (ZONE, local(moved))]) + ['END:VEVENT']
    L.append('END:VCALENDAR')
    return uid, b''.join(fold(x) for x in L)


def unfolded(data):
    """Lines, also of files that vdirsyncer has written: theirs end with a line feed only."""
    return data.replace(b'\r\n', b'\n').replace(b'\n ', b'').decode('utf-8').rstrip('\n').split('\n')


def changed(data, r, rnd):
    """The bytes of an item as a person would have changed it: a telephone number and the note, or title and place."""
    L = unfolded(data)
    if L[0] == 'BEGIN:VCARD':
        tel = [i for i, x in enumerate(L) if x.upper().startswith('TEL')][:1]
        for i in tel:
            L[i] = L[i].split(':')[0] + ':' + phone(r)
        L = ['NOTE:' + esc('changed in round %d; %s' % (rnd, r.choice(WORDS))) if x.startswith('NOTE') else
             'REV:' + rev(r, rnd) if x.startswith('REV:') else x for x in L]
    else:
        L = ['SUMMARY:' + esc('%s, round %d' % (r.choice(TOPIC), rnd)) if x.startswith('SUMMARY') else
             'LOCATION:Room %d' % r.randint(3, 99) if x.startswith('LOCATION') else x for x in L]
    return b''.join(fold(x) for x in L)


def write(path, data):
    with open(path + '.tmp', 'wb') as f:
        f.write(data)
    os.replace(path + '.tmp', path)


def change(directory, items, rnd, seed=7):
    have = sorted(n for n in os.listdir(directory) if n.endswith(('.vcf', '.ics')))
    r = random.Random('change %d %d' % (seed, rnd))
    for n in r.sample(have, items):
        with open(os.path.join(directory, n), 'rb') as f:
            data = f.read()
        write(os.path.join(directory, n), changed(data, r, rnd))


def generate(kind, directory, count, seed=7):
    os.makedirs(directory, exist_ok=True)
    photos = set(random.Random(seed).sample(range(count), count // 10)) if kind == 'contacts' else set()
    size = 0
    for i in range(count):
        r = random.Random('%d %d' % (seed, i))
        uid, data = card(r, i in photos) if kind == 'contacts' else event(r)
        size += len(data)
        with open(os.path.join(directory, uid + ('.vcf' if kind == 'contacts' else '.ics')), 'wb') as f:
            f.write(data)
    return len(photos), size


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('what', choices=('contacts', 'appointments', 'change'))
    a.add_argument('dir')
    a.add_argument('--count', type=int, default=3500)
    a.add_argument('--seed', type=int, default=7)
    a.add_argument('--items', type=int, default=35)
    a.add_argument('--round', type=int, default=1)
    o = a.parse_args()
    if o.what == 'change':
        change(o.dir, o.items, o.round, o.seed)
        print('changed %d in %s' % (o.items, o.dir))
    else:
        photos, size = generate(o.what, o.dir, o.count, o.seed)
        print('%d %s, %d with a picture, %.1f MB in %s' % (o.count, o.what, photos, size / 1e6, o.dir))


if __name__ == '__main__':
    main()
