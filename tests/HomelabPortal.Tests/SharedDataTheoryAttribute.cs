namespace HomelabPortal.Tests;

/// <summary>As <see cref="SharedDataFactAttribute"/>, for theories.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute()
    {
        if (SharedData.Folder is null) Skip = "The folder ../shared/data beside the repository is missing.";
    }
}
