using HomelabPortal.Desired;
using HomelabPortal.Tests.Desired;

namespace HomelabPortal.Tests.Lab;

/// <summary>Edits what the owner wants while no portal runs on the folder; the next one finds it at its start.</summary>
internal static class OfflineDesire
{
    public static async Task SaveAsync(string folder, params IEnumerable<DesiredEdit> edits)
    {
        var database = new PortalDatabase(folder);
        var store = await database.StartAsync();
        foreach (var edit in edits)
            await store.SaveAsync(edit, "a test edits", Desire.Owner, null, CancellationToken.None);
        database.Writer.Dispose();
    }

    public static DesiredEdit.PutExposure Put(string id, string hostname, string service, Visibility visibility = Visibility.Lan)
    {
        var parts = service.Split('/', ':');
        return new(Desire.Exposure(id, hostname, visibility) with { Backend = new KubernetesBackend(parts[0], parts[1], parts[2]) });
    }
}
