namespace Instructure.GradeEvents.Tool.Samples;

/// <summary>Somebody who hands in.</summary>
/// <param name="Id">The local id.</param>
/// <param name="SisId">The id in the student information system, if that knows them.</param>
/// <param name="Ability">The percent that they usually reach.</param>
internal sealed record Student(long Id, string? SisId, int Ability);
