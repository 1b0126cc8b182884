using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Tests.Desired;

namespace HomelabPortal.Tests.Gpu.Containers.Leases;

/// <summary>Several containers in one edit, as it is saved and taken back.</summary>
public sealed class MakeRoomTests : IDisposable
{
    private static readonly DesiredContainer _ollama = Wish.Container();
    private static readonly DesiredContainer _vllm = Wish.Container("vllm", "ct00000002") with { IsStopped = true };
    private readonly PortalDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Edit_OfSeveral_IsSavedAndTakenBackAsOne()
    {
        var (store, audit) = await MadeRoomAsync();
        Assert.Equal((true, false), (IsStopped(store, _ollama), IsStopped(store, _vllm)));

        await store.UndoAsync(audit, Desire.Owner, default);

        Assert.Equal((false, true), (IsStopped(store, _ollama), IsStopped(store, _vllm)));
    }

    [Fact]
    public async Task Undo_AfterOneOfThemWasChanged_IsRefused()
    {
        var (store, audit) = await MadeRoomAsync();
        await SaveAsync(store, new DesiredEdit.PutContainer(ContainerEdits.Start(_ollama, anyway: true)));

        await Assert.ThrowsAsync<DesiredConflictException>(() => store.UndoAsync(audit, Desire.Owner, default));
    }

    private async Task<(DesiredStore Store, long Audit)> MadeRoomAsync()
    {
        var store = await _database.StartAsync();
        foreach (var container in new[] { _ollama, _vllm })
            await SaveAsync(store, new DesiredEdit.PutContainer(container));
        return (store, await SaveAsync(store, new DesiredEdit.PutContainers([ContainerEdits.Start(_vllm, anyway: false), ContainerEdits.Stop(_ollama)])));
    }

    private static Task<long> SaveAsync(DesiredStore store, DesiredEdit edit) => store.SaveAsync(edit, "test", Desire.Owner, null, default);

    private static bool IsStopped(DesiredStore store, DesiredContainer container) => store.Current.FindContainer(container.Id)!.IsStopped;
}
