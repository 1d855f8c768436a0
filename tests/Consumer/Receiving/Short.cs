using Instructure.GradeEvents.AspNetCore;

internal static class Short
{
    internal static void Map(WebApplicationBuilder builder)
    {
        // README.md #4
    }

    internal static void WithoutSignature(WebApplicationBuilder builder)
    {
        // docs/receiving.md #1
    }
}
