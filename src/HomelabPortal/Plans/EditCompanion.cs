using HomelabPortal.Storage;

namespace HomelabPortal.Plans;

/// <summary>What is to be committed with an edit or not at all, such as the secret values that it names; a page only hands it on.</summary>
public sealed class EditCompanion
{
    internal EditCompanion(Func<PortalDbContext, CancellationToken, Task> keep) => Keep = keep;

    internal Func<PortalDbContext, CancellationToken, Task> Keep { get; }
}
