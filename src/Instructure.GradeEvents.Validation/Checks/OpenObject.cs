using Instructure.GradeEvents.Documents;
using Instructure.GradeEvents.Validation.Schemas;

namespace Instructure.GradeEvents.Validation.Checks;

/// <summary>An object that is being read.</summary>
/// <param name="shape">The members that it may have.</param>
/// <param name="place">What is compared in it.</param>
/// <param name="type">How its member "type" is judged.</param>
/// <param name="start">Where it begins.</param>
/// <param name="depth">How many steps lead to it.</param>
/// <param name="firstUnknown">Where its names that the shape doesn't declare begin, among those of all open objects.</param>
internal struct OpenObject(Shape shape, Place place, TypeCheck type, int start, int depth, int firstUnknown)
{
    internal readonly Shape Shape => shape;

    internal readonly MemberTable Table { get; } = shape.Table;

    internal readonly Place Place => place;

    internal readonly TypeCheck Type => type;

    internal readonly int Start => start;

    internal readonly int Depth => depth;

    internal readonly int FirstUnknown => firstUnknown;

    /// <summary>The index of those names, when there are many.</summary>
    internal NameIndex? Index;

    /// <summary>The members that it has so far, of those that its shape declares: a bit for each.</summary>
    internal ulong Seen;

    /// <summary>One more than the index of the last member that the shape declares; 0 at the beginning.</summary>
    internal int Last;

    internal TextSlice Id;

    /// <summary>The id that Canvas adds to it.</summary>
    internal TextSlice EntityId;
}
