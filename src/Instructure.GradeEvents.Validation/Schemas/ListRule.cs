namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>What an array must be.</summary>
internal sealed class ListRule
{
    /// <summary>What each item must be; null when each place has a rule of its own.</summary>
    internal ValueRule? Items { get; init; }

    /// <summary>What the items must be, place by place. Behind the last, any will do.</summary>
    internal ValueRule[] Places { get; init; } = [];

    internal int MinItems { get; init; }

    internal int MaxItems { get; init; } = int.MaxValue;

    /// <summary>The rules of which the one for the length of the array is meant; the last is for all that are longer.</summary>
    internal ListRule[]? ByLength { get; init; }

    /// <summary>What the item must be.</summary>
    internal ValueRule Item(int index) => Items ?? (index < Places.Length ? Places[index] : ValueRule.Any);
}
