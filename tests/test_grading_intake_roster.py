"""The roster: one person stays one student over the weeks, and two people never become one."""

import pytest

from grading.intake.gather import IntakeError, gather
from grading.intake.roster import missing, read_roster
from tests import intake_tools as tools
from tests.intake_tools import FILE, LAB, SMALL, packed, put, solved, text

release = tools.release
HEADER = "student,name,email,moodle_id,canvas_id,group\n"


def people(tmp_path, lines, header=HEADER):
    return read_roster(put(tmp_path, "roster.csv", (header + lines).encode()))


@pytest.fixture
def graded(tmp_path, release):
    """Gather names of Moodle folders, Canvas files or nbgrader's folders; one hand-in for each student."""

    def run(names, roster=None):
        run.count += 1
        whole = text(solved(release))
        archive = packed(tmp_path / f"{run.count}.zip", {f"{name}{FILE}": whole for name in names})
        found = gather(archive, LAB, release, tmp_path / f"into{run.count}", SMALL, roster)
        assert len({hand_in.student for hand_in in found}) == len(found)
        return {hand_in.student: hand_in for hand_in in found}

    run.count = 0
    return run


def moodle(who, number=""):
    return f"{who}_{number}_assignsubmission_file_/" if number else f"{who}_assignsubmission_file_/"


def test_a_roster_as_spreadsheets_write_it(tmp_path):
    header = "\ufeff Student ID ; Name;E-Mail;Moodle ID;SIS-ID;Notes\r\n"
    anna, ben = people(
        tmp_path, " s1 ;Anna  Müller;a@x.org;1001 2044;;x\r\n;;;;;\r\ns2;Ben;;;77;\r\n", header
    )
    assert (anna.student, anna.name, anna.email) == ("s1", "Anna Müller", "a@x.org")
    assert anna.ids == {"moodle_id": "1001 2044"}
    assert ben.ids == {"sis_id": "77"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "line 1: there are 0 columns student"),
        (b"name,email\nAnna,a@x\n", "line 1: there are 0 columns student"),
        (b"student,email\ns1,a@x\n", "line 1: there are 0 columns name"),
        (b"student,name,student id\ns1,A,s1\n", "line 1: there are 2 columns student"),
        (b"student,name\ns1,Anna\n,Ben\n", "line 3: the student's id is missing"),
        (b"student,name\ns1,Anna\nS1,Ben\n", "line 3: student s1 stands in line 2 too"),
        (b"student,name,canvas_id\ns1,A,7\ns2,B,7\n", "line 3: canvas_id 7 stands in line 2 too"),
        (b"student,name,moodle_id\ns1,A,7 8\ns2,B,8 9\n", "line 3: moodle_id 8 stands in line 2 too"),
        (b"student,name\ns1,Mueller, Anna\n", "line 2: 3 cells under 2 columns"),
        ("student,name\ns1,Müller\n".encode("latin-1"), "not UTF-8"),
    ],
)
def test_a_roster_with_a_mistake_is_one_clear_error(content, said, tmp_path):
    with pytest.raises(IntakeError, match=r"roster\.csv") as error:
        read_roster(put(tmp_path, "roster.csv", content))
    assert said in str(error.value)


def test_a_roster_that_is_not_there(tmp_path):
    with pytest.raises(IntakeError, match=r"nowhere\.csv could not be read"):
        read_roster(tmp_path / "nowhere.csv")


@pytest.mark.parametrize("with_roster", [True, False])
def test_moodles_number_changes_every_week_and_the_student_stays(with_roster, tmp_path, graded):
    roster = people(tmp_path, "s1,Anna Müller\ns2,Ben") if with_roster else None
    first = graded([moodle("Anna Müller", 1001), moodle("Ben", 1002)], roster)
    second = graded([moodle("Anna Müller", 2044)], roster)
    assert second.keys() < first.keys()
    assert first.keys() == ({"s1", "s2"} if with_roster else {"Anna Müller", "Ben"})


def test_people_of_one_name_are_never_taken_for_one(tmp_path, graded):
    names = [moodle("Kim Lee", 1001), moodle("Kim  lee", 1002), moodle("Ben", 3)]
    found = graded(names)
    assert found.keys() == {"Kim Lee_1001", "Kim  lee_1002", "Ben"}
    assert "a roster joins their labs" in found["Kim Lee_1001"].notes[0]
    roster = people(tmp_path, "s1,Kim Lee,,1001\ns2,Kim Lee,,9999\ns3,Ben")
    found = graded(names, roster)
    assert found["s1"].status == found["s3"].status == "accepted"
    (refused,) = found.keys() - {"s1", "s3"}
    assert found[refused].reason.startswith(
        "2 people on the roster are called Kim  lee 1002: give each an id"
    )
    assert found[refused].person is None


def test_a_second_person_of_a_name_that_the_roster_has_once_is_not_joined(tmp_path, graded):
    found = graded([moodle("Kim Lee", 1001), moodle("Kim Lee", 1002)], people(tmp_path, "s1,Kim Lee"))
    assert "s1" not in found
    assert {hand_in.why.kind for hand_in in found.values()} == {"twice"}
    assert "Kim Lee 1001, Kim Lee 1002" in found["Kim Lee_1001"].reason


def test_a_moodle_number_of_another_persons_name_is_not_trusted(tmp_path, graded):
    roster = people(tmp_path, "s1,Anna,,1001\ns2,Ben,,")
    assert graded([moodle("Ben", 1001)], roster).keys() == {"s2"}
    assert graded([moodle("Participant", 1001)], roster).keys() == {"s1"}


def test_canvas_joins_by_its_id_else_by_name(tmp_path, graded):
    roster = people(tmp_path, "s1,José Müller,,,12\ns2,Ana Maria da Silva,,,\ns3,Li Wei,,,99")
    found = graded(["mullerjose_LATE_12_902_", "dasilvaanamaria_13_903_", "weili_14_904_"], roster)
    assert found.keys() == {"s1", "s2", "weili_14"}
    assert found["s1"].late is True
    assert found["s2"].late is False
    assert found["s2"].notes == ["taken for Ana Maria da Silva of the roster, whose name is alike"]
    assert found["s1"].notes == []
    assert found["weili_14"].notes[0] == "not on the roster"  # a Li Wei with another number
    assert graded(["renamed_12_910_"], roster).keys() == {"s1"}
    assert graded(["mullerjose_12_902_"]).keys() == {"mullerjose_12"}


def test_nbgraders_folder_by_id_by_email_or_by_name(tmp_path, release):
    roster = people(tmp_path, "s1,Anna,anna@x.org\ns2,Ben\ns3,Cem\ns4,Dee")
    for name in ("ANNA@x.org", "s2", "cem", "stranger"):
        put(tmp_path / "submitted", f"{name}/{LAB}/{FILE}", text(solved(release)))
    found = gather(tmp_path / "submitted", LAB, release, tmp_path / "into", roster=roster)
    assert [hand_in.student for hand_in in found] == ["s1", "s2", "s3", "stranger"]
    assert [person.student for person in missing(roster, found)] == ["s4"]
    assert found[0].person.email == "anna@x.org"
    assert found[3].notes == ["not on the roster"]


def test_a_groups_hand_in_is_every_members(tmp_path, graded):
    roster = people(tmp_path, "s1,Anna,,,,Group 3\ns2,Ben,,,,group 3\ns3,Cem,,,,Group 4")
    found = graded([moodle("Group 3", 123), moodle("Cem", 5)], roster)
    assert found.keys() == {"s1", "s2", "s3"}
    assert found["s1"].members == found["s2"].members == ("s1", "s2")
    assert found["s3"].members == ()
    assert found["s1"].notebook.read_bytes() == found["s2"].notebook.read_bytes()
    assert found["s1"].digest == found["s2"].digest
    assert graded([moodle("Group 3", 123)]).keys() == {"Group 3"}
    assert graded([moodle("Group 3")]).keys() == {"Group 3"}


def test_who_is_in_two_hand_ins_is_asked_about_and_the_rest_of_the_group_is_graded(tmp_path, graded):
    roster = people(tmp_path, "s1,Anna,,,,G\ns2,Ben,,,,G")
    found = graded([moodle("G", 1), moodle("Anna", 2)], roster)
    assert found["s2"].status == "accepted"
    refused = [hand_in for hand_in in found.values() if hand_in.status == "rejected"]
    assert [hand_in.why.kind for hand_in in refused] == ["twice", "twice"]
    assert all("s1" not in hand_in.student for hand_in in refused)


def test_where_a_hand_in_came_from_is_told_as_the_platform_calls_it(tmp_path, graded):
    found = graded([moodle("Anna", 1001)])
    assert found["Anna"].original.endswith(f".zip!Anna_1001_assignsubmission_file_/{FILE}")
    found = graded(["anna_LATE_11_22_"])
    assert found["anna_11"].original.endswith(f".zip!anna_LATE_11_22_{FILE}")
