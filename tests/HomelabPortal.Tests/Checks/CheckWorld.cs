using HomelabPortal.Access;
using HomelabPortal.Checks;
using HomelabPortal.Checks.Asking;
using HomelabPortal.Checks.Derived;
using HomelabPortal.Checks.Keeping;
using HomelabPortal.Checks.Notifying;
using HomelabPortal.Checks.Notifying.Channels;
using HomelabPortal.Checks.Notifying.Mail;
using HomelabPortal.Checks.Notifying.Outbox;
using HomelabPortal.Checks.Notifying.Sending;
using HomelabPortal.Checks.Running;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Hostnames;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Secrets;
using HomelabPortal.Trace.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.Checks;

/// <summary>The room of checks on a real database and vault, asking real servers on loopback, by a clock that the test moves.</summary>
internal sealed class CheckWorld : IDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly SecretsWorld _secrets;
    private readonly bool _ownsFolder;

    private CheckWorld(TemporaryFolder folder, bool ownsFolder, SecretsWorld secrets, ManualTimeProvider clock, DesiredStore store, CheckOptions settings)
    {
        (_folder, _ownsFolder, _secrets, Clock, Store) = (folder, ownsFolder, secrets, clock, store);
        var (options, random) = (Options.Create(settings), new Random(7));
        Checks = new Live<ChecksState>(ChecksState.Empty, clock);
        Traces = new Live<TraceState>(TraceState.Unread, clock);
        Outbox = new Live<OutboxState>(OutboxState.Empty, clock);
        Book = new CheckBook(Database, Database.Writer);
        Board = new CheckBoard(Checks, Pending, random, clock);
        Histories = new CheckHistories(Database, Pending, clock);
        Keeper = new CheckKeeper(Pending, Book, new CheckPruner(Database.Writer), Board, options, clock);
        Runner = new CheckRunner(
            new CheckList(store.Live, Traces, options, Options.Create(new HostnameOptions()), clock), Board, Book, AskerTests.Make(time: TimeProvider.System), new DerivedAsker(Traces, null!, null!, Options.Create(new HostnameOptions())), Signal, options, clock,
            NullLogger<CheckRunner>.Instance);
        var network = new CheckNetwork(options);
        ChannelSecrets = new ChannelSecrets(Database, secrets.Vault, clock);
        Posts = new PostSender(network, TimeProvider.System);
        Notifier = new Notifier(ChannelSecrets, Posts, new MailSender(network, new MailTrust(null), TimeProvider.System), new PortalAddress(new Uri("https://portal.cowlab.org/")));
        Announcer = new Announcer(Database, Database.Writer, Checks, store.Live, options, clock);
        OutboxBook = new OutboxBook(Database, Database.Writer, Outbox);
        Sender = new OutboxSender(OutboxBook, Notifier, store.Live, Checks, options, random, clock, NullLogger<OutboxSender>.Instance);
    }

    public ManualTimeProvider Clock { get; }

    public DesiredStore Store { get; }

    public Desired.PortalDatabase Database => _secrets.Database;

    public Live<ChecksState> Checks { get; }

    public Live<TraceState> Traces { get; }

    public Live<OutboxState> Outbox { get; }

    public PendingTallies Pending { get; } = new();

    public NotifySignal Signal { get; } = new();

    public CheckBook Book { get; }

    public CheckBoard Board { get; }

    public CheckHistories Histories { get; }

    public CheckKeeper Keeper { get; }

    public CheckRunner Runner { get; }

    public ChannelSecrets ChannelSecrets { get; }

    public PostSender Posts { get; }

    public Notifier Notifier { get; }

    public Announcer Announcer { get; }

    public OutboxBook OutboxBook { get; }

    public OutboxSender Sender { get; }

    public static Task<CheckWorld> StartAsync(CheckOptions? settings = null) => StartAsync(new TemporaryFolder(), true, new ManualTimeProvider(), settings);

    /// <summary>The portal again on the same data, at the moment at which this one was left.</summary>
    public Task<CheckWorld> RestartAsync()
    {
        _secrets.Dispose();
        return StartAsync(_folder, false, Clock, null);
    }

    public Task SaveAsync(DesiredEdit edit) => Store.SaveAsync(edit, "test", Actor.Portal, null, CancellationToken.None);

    public async Task AddChannelAsync(DesiredChannel channel, string? secret = null) => await Store.SaveAsync(
        new DesiredEdit.PutChannel(secret is null ? channel : channel with { Secret = $"secret-{channel.Id}" }), "test", Actor.Portal, null, CancellationToken.None,
        (context, stop) => ChannelSecrets.KeepAsync(context, secret is null ? channel : channel with { Secret = $"secret-{channel.Id}" }, secret, null, stop));

    /// <summary>Moves the clock and does everything that is due then, to its end.</summary>
    public async Task PassAsync(TimeSpan by)
    {
        Clock.Advance(by);
        await Task.WhenAll(await Runner.TickAsync(CancellationToken.None));
        Board.Publish();
    }

    public async Task PassAsync(TimeSpan by, int times)
    {
        for (var time = 0; time < times; time++)
            await PassAsync(by);
    }

    public async Task TellAsync(TimeSpan by)
    {
        Clock.Advance(by);
        await Announcer.PassAsync(CancellationToken.None);
        await Sender.PassAsync(CancellationToken.None);
    }

    public async Task<List<CheckIncidentRow>> IncidentsAsync()
    {
        await using var context = Database.CreateDbContext();
        return await context.CheckIncidents.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    public CheckSummary Of(string id) => Checks.Current.Value.Find(id)!;

    public static DesiredCheck Check(string id, CheckQuestion question) => new()
    {
        Id = id, Name = $"check {id}", Question = question, IntervalSeconds = 60, TimeoutSeconds = 30, DownAfter = 3, UpAfter = 2,
    };

    public void Dispose()
    {
        Posts.Dispose();
        _secrets.Dispose();
        if (_ownsFolder)
            _folder.Dispose();
    }

    private static async Task<CheckWorld> StartAsync(TemporaryFolder folder, bool ownsFolder, ManualTimeProvider clock, CheckOptions? settings)
    {
        var secrets = await SecretsWorld.StartAsync(folder.Path);
        var store = new DesiredStore(secrets.Database, secrets.Database.Writer, new Live<DesiredState>(new DesiredState(), clock), new Signal(), clock);
        await store.LoadAsync(ChangePolicy.Sync, () => "testtest", CancellationToken.None);
        var world = new CheckWorld(folder, ownsFolder, secrets, clock, store, settings ?? new CheckOptions { AllowLoopback = true });
        await world.Runner.LoadAsync(CancellationToken.None);
        return world;
    }
}
