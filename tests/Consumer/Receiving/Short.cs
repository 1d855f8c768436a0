using Instructure.GradeEvents.AspNetCore;

internal static class Short
{
    internal static void Map(WebApplicationBuilder builder)
    {
        // README.md #4
    }
}
