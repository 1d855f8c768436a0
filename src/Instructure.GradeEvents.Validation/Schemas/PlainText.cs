namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>Tells whether a text has the plain form of a pattern.</summary>
internal delegate bool PlainText(ReadOnlySpan<byte> utf8);
