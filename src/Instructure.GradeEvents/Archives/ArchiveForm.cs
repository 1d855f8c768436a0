namespace Instructure.GradeEvents.Archives;

/// <summary>How the documents lie in an archive.</summary>
internal enum ArchiveForm
{
    /// <summary>One behind the other, with or without line ends between them and in them.</summary>
    Documents,

    /// <summary>On lines, which are read as lines: whoever gets one looks for the documents in it.</summary>
    Lines,

    /// <summary>There is one, and it is the whole archive.</summary>
    Document,
}
