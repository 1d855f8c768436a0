namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>A term of a school, with the hours in which people there work. Its days are counted from 0.</summary>
/// <param name="FirstDay">A Monday.</param>
/// <param name="Weeks">How many weeks it has.</param>
/// <param name="UtcOffset">The hours that the school's clock is ahead of UTC. Not from a time zone: each machine has other ones.</param>
internal sealed record Term(DateOnly FirstDay, int Weeks, int UtcOffset)
{
    private const int DaysOfWeek = 7;

    /// <summary>The last Friday.</summary>
    internal int LastDay => FridayOf(Weeks);

    /// <summary>The Friday of a week, where the first week is 1.</summary>
    internal static int FridayOf(int week) => (week * DaysOfWeek) - 3;

    internal int DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime.AddHours(UtcOffset)).DayNumber - FirstDay.DayNumber;

    /// <summary>A day soon after another, unless that was the last.</summary>
    internal int? DayAfter(int? day, int most, Dice dice)
        => day < LastDay ? dice.Between(day.Value + 1, Math.Min(day.Value + most, LastDay)) : null;

    /// <summary>When somebody graded: in the hours of work, on Monday if the day is of a weekend.</summary>
    internal DateTimeOffset TimeOfWork(Dice dice, int day) => TimeOn(FirstDay.AddDays(day).DayOfWeek switch
    {
        DayOfWeek.Saturday => day + 2,
        DayOfWeek.Sunday => day + 1,
        _ => day,
    }, hour: dice.Between(8, 18), dice);

    /// <summary>When students hand in, and jobs run: until late, on any day.</summary>
    internal DateTimeOffset TimeOfStudy(Dice dice, int day) => TimeOn(day, hour: dice.Between(9, 23), dice);

    private DateTimeOffset TimeOn(int day, int hour, Dice dice)
    {
        // Canvas writes three digits of a second, and our serializer leaves out zeros at their end: so there is none.
        var milliseconds = (dice.Below(100) * 10) + dice.Between(1, 9);
        var local = FirstDay.AddDays(day).ToDateTime(new(hour, dice.Below(60), dice.Below(60), milliseconds), DateTimeKind.Utc);
        return new(local.AddHours(-UtcOffset));
    }
}
