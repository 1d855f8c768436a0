using static Instructure.GradeEvents.Tool.Samples.GradingType;

namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>The institutions. They are the same for every seed, so that an id always means the same.</summary>
internal static class Schools
{
    private const string Assistant = "TaEnrollment";
    private const string Designer = "DesignerEnrollment";

    private static readonly School[] s_hosted = [CreateMaple(), CreateFjord(), CreateHarbour()];
    private static readonly School s_selfHosted = CreateTarn();

    internal static School Pick(Dice dice) => dice.Chance(4) ? s_selfHosted : dice.Pick(s_hosted);

    /// <summary>A college in Denver. Student 73 is S-204518, as in the payloads of our samples.</summary>
    private static School CreateMaple()
    {
        var students = CreateStudents(shard: 2107, firstId: 73, count: 260, static id => $"S-{204_445 + id}");
        Grader okafor = new(987, "r.okafor", "T-0093"), whitfield = new(991, "m.whitfield", "T-0117");
        Grader castellano = new(1004, "j.castellano", "T-0125"), engel = new(1301, "d.engel", SisId: null, Designer);
        Grader tran = new(1210, "k.tran", "S-198833", Assistant), ibarra = new(1233, "l.ibarra", "S-199417", Assistant);
        return new(
            "maple.instructure.example", 2107,
            "q7Lw2nXc9TfVb4KzR8mYh3JdP6sGa1EuQo5iNxBt",
            "3e9a51c07b2d4f6886d1a0c45e7f9b21d8034a6c.maple.instructure.example",
            "America/Denver", "192.0.2.", "2001:db8:17::",
            new(new(2026, 8, 24), Weeks: 15, UtcOffset: -6),
            new(588, 5, "2026-FALL-STAT-210", [okafor, tran], students[..110],
                new("Problem set 1: describing data", 10, Points, 2),
                Quiz("Quiz 1: \"random\" is not \"haphazard\"", 10, 3),
                new("Problem set 3: sampling & bias", 10, Points, 5),
                new("Midterm exam", 100, LetterGrade, 8) { IsPostedManually = true },
                new("Bonus: find a misleading chart", 0, Points, 10),
                new("Project report", 50, Percent, 13)),
            new(591, 6, "2026-FALL-BIOL-120", [whitfield, ibarra, tran], students[60..180],
                new("Lab safety agreement", 1, Completion, 1),
                new("Lab 2: osmosis in potato cells", 20, Points, 4),
                Quiz("Chapter 5–7 quiz", 15, 6),
                new("Lab 6: β-galactosidase activity", 20, Points, 9),
                new("Field journal", 25, Percent, 12)),
            new(602, 5, "2026-FALL-HIST-301", [castellano], students[120..190],
                new("Source analysis", 40, LetterGrade, 5),
                new("Essay: trade & empire, 1500–1750", 100, LetterGrade, 9) { IsPostedManually = true },
                new("Seminar participation", 20, GpaScale, 13)),
            new(640, 6, sisId: null, [whitfield, engel], students[80..],
                new("Introduce yourself", PointsPossible: null, Points, 1),
                Quiz("Academic integrity tutorial", 5, 2),
                new("Reflection", 10, PassFail, 6)))
        {
            GradingPeriods = [14, 15],
        };
    }

    /// <summary>A college in Norway, whose events are compact.</summary>
    private static School CreateFjord()
    {
        // A few still have the ids of a college that it merged with.
        var students = CreateStudents(shard: 1143, firstId: 301, count: 280, static id => id % 40 == 0 ? $"FØR-{id}" : $"{231_000 + id}");
        Grader aasen = new(212, "ingrid.aasen@fjord.example", "102211"), moe = new(218, "tor.moe@fjord.example", "102345");
        Grader sandvik = new(259, "eli.sandvik@fjord.example", "228714", Assistant);
        return new(
            "fjord.instructure.example", 1143,
            "Zk4TqW8vHs2bYx6LmN1cRd7pJf3gUe9aVi5oXwQt",
            "Zk4TqW8vHs2bYx6LmN1cRd7pJf3gUe9aVi5oXwQt:canvas-lms",
            "Europe/Oslo", "198.51.100.", "2001:db8:4f:2::",
            new(new(2026, 8, 17), Weeks: 16, UtcOffset: 2),
            new(1408, 12, "H26-NOR1103", [aasen, sandvik], students[..120],
                new("Arbeidskrav 1: språkhistorie", 1, PassFail, 3),
                new("Arbeidskrav 2: «Et dukkehjem»", 1, Completion, 7),
                new("Semesteroppgave", 100, LetterGrade, 13) { IsPostedManually = true }),
            new(1417, 14, "H26-MAT1001", [moe, sandvik], students[70..],
                new("Oblig 1: følger og rekker", 20, Points, 3),
                Quiz("Flervalgsprøve: derivasjon", 12, 5),
                new("Oblig 2: ∫ og differensiallikninger", 40, GpaScale, 9),
                new("Prøveeksamen", 60, Percent, 13)))
        {
            IsCompact = true,
        };
    }

    /// <summary>A university in Sydney.</summary>
    private static School CreateHarbour()
    {
        var students = CreateStudents(shard: 8402, firstId: 5120, count: 400, static id => $"{47_120_000 + (id * 7)}");
        Grader nguyen = new(4410, "anh.nguyen", "u1180342"), fraser = new(4417, "c.fraser", "u1174006");
        Grader lim = new(4980, "w.lim", SisId: null, Assistant), petrov = new(4991, "s.petrov", "47098812", Assistant);
        return new(
            "harbour.instructure.example", 8402,
            "b3XnV7rKf1QyHc5TzWm9GdJ2sPu8Lo4EaYi6NtRx",
            "b3XnV7rKf1QyHc5TzWm9GdJ2sPu8Lo4EaYi6NtRx.harbour.instructure.example",
            "Australia/Sydney", "203.0.113.", "2001:db8:a0:61::",
            new(new(2026, 7, 27), Weeks: 14, UtcOffset: 10),
            new(20177, 31, "COMP2001_2026S2", [nguyen, petrov, lim], students[..260],
                Quiz("Week 2 quiz: Big-O", 8, 2),
                new("Assignment 1: hash tables", 40, Points, 4),
                new("Code review <peer feedback>", 7.5m, Points, 6),
                new("Assignment 2: A* search", 60, Points, 10),
                Quiz("Mock exam", 50, 11)),
            new(20204, 38, "LAWS1100_2026S2", [fraser, lim], students[200..],
                new("Case note: R v Dudley & Stephens", 30, Percent, 4),
                new("Moot", 20, GpaScale, 8),
                new("Research essay", 100, Percent, 11) { IsPostedManually = true }))
        {
            GradingPeriods = [221, 222, 223],
        };
    }

    /// <summary>A small college in England that runs Canvas itself, without a student information system.</summary>
    private static School CreateTarn()
    {
        var students = CreateStudents(shard: 1, firstId: 22, count: 90, static _ => null);
        Grader ashdown = new(4, "h.ashdown", SisId: null), bell = new(9, "o.bell", SisId: null, Assistant);
        return new(
            "canvas.tarn.example", 1,
            "J5mCw8xPz2RtLk9VbQ4yNs7HdGf1Ue3TaXo6iErK",
            "J5mCw8xPz2RtLk9VbQ4yNs7HdGf1Ue3TaXo6iErK.canvas.tarn.example",
            "Europe/London", "192.0.2.", "2001:db8:9c::",
            new(new(2026, 9, 7), Weeks: 14, UtcOffset: 1),
            new Course(31, 2, sisId: null, [ashdown, bell], students,
                new("Sketchbook 1", 10, PassFail, 3),
                Quiz("Colour theory", 10, 6),
                new("Life drawing portfolio", 100, LetterGrade, 11)))
        {
            IsSelfHosted = true,
        };
    }

    private static Assignment Quiz(string name, decimal points, int dueWeek) => new(name, points, Points, dueWeek) { IsQuiz = true };

    private static Student[] CreateStudents(int shard, int firstId, int count, Func<int, string?> sisIdOf) =>
    [
        .. Enumerable.Range(firstId, count).Select(id =>
        {
            var dice = new Dice(new CanvasId(shard, id).Value);
            return new Student(id, dice.Chance(8) ? null : sisIdOf(id), Ability: dice.Between(55, 97));
        }),
    ];
}
