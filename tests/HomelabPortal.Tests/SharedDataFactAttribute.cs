namespace HomelabPortal.Tests;

/// <summary>A test that needs the shared data folder; without it the test is reported as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (SharedData.Folder is null) Skip = "The folder ../shared/data beside the repository is missing.";
    }
}
