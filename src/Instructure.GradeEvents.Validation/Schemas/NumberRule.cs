namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>What a number must be.</summary>
internal sealed class NumberRule
{
    /// <summary>Whether it must have no fraction: 1.0 has none.</summary>
    internal bool IsInteger { get; init; }

    internal decimal Minimum { get; init; } = decimal.MinValue;

    internal decimal Maximum { get; init; } = decimal.MaxValue;

    /// <summary>A number of fewer characters than this, without exponent, is between the bounds.</summary>
    internal int SafeLength
    {
        get
        {
            if (field == 0)
            {
                var nearest = Math.Min(Maximum, -Minimum);
                var digits = 0;
                for (; nearest >= 10; nearest /= 10)
                {
                    digits++;
                }

                field = digits + 1;
            }

            return field;
        }
    }
}
