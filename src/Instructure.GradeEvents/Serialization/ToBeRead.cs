namespace Instructure.GradeEvents.Serialization;

/// <summary>Tells the constructor that makes an empty record, which is then read, from the one for users, who must set what is required.</summary>
internal readonly struct ToBeRead;
