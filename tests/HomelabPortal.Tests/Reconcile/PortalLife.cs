using HomelabPortal.Desired;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Desired;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Reconcile;

/// <summary>One life of the portal's reconciler over a database and a world that outlive it.</summary>
internal sealed class PortalLife : IDisposable
{
    private readonly PortalDatabase _database;

    private PortalLife(PortalDatabase database, DesiredStore store, Reconciler reconciler, Live<ReconcileStatus> status, BrakeConfirmation brake)
    {
        _database = database;
        Store = store;
        Reconciler = reconciler;
        Status = status;
        Brake = brake;
    }

    public DesiredStore Store { get; }

    public Reconciler Reconciler { get; }

    public Live<ReconcileStatus> Status { get; }

    public BrakeConfirmation Brake { get; }

    public ReconcileStatus Now => Status.Current.Value;

    public static Task<PortalLife> BeginAsync(
        string folder, IEnumerable<ITarget> targets, IEnumerable<IDesiredCompiler> compilers,
        ChangePolicy policy = ChangePolicy.Sync, TimeProvider? time = null, params IInterceptor[] interceptors) =>
        BeginAsync(folder, (_, _) => targets, compilers, policy, time, interceptors);

    /// <param name="targets">Made upon the store of this life, for those that read from it.</param>
    public static async Task<PortalLife> BeginAsync(
        string folder, Func<PortalDatabase, DesiredStore, IEnumerable<ITarget>> targets, IEnumerable<IDesiredCompiler> compilers,
        ChangePolicy policy = ChangePolicy.Sync, TimeProvider? time = null, params IInterceptor[] interceptors)
    {
        time ??= TimeProvider.System;
        var database = new PortalDatabase(folder, interceptors);
        var store = await database.StartAsync(policy: policy);
        var journal = new Journal(database, database.Writer, time);
        await journal.MarkInterruptedAsync(CancellationToken.None);
        var views = new TargetViews(targets(database, store), time, NullLogger<TargetViews>.Instance);
        var brake = new BrakeConfirmation();
        var status = new Live<ReconcileStatus>(ReconcileStatus.NotStarted, time);
        var runner = new StageRunner(views, journal, time, NullLogger<StageRunner>.Instance);
        return new PortalLife(database, store, new Reconciler(store, compilers, views, journal, runner, brake, status, time), status, brake);
    }

    public Task<bool> PassAsync() => Reconciler.PassAsync(CancellationToken.None);

    public Task<long> SaveAsync(DesiredEdit edit) => Store.SaveAsync(edit, "a test edits", Desire.Owner, null, CancellationToken.None);

    /// <summary>Ends this life; the database file stays for the next one.</summary>
    public void Dispose() => _database.Writer.Dispose();
}
