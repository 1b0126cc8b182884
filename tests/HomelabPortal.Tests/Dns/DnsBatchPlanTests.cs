using HomelabPortal.Cloudflare;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Dns.Writing;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Dns;

public sealed class DnsBatchPlanTests
{
    [Fact]
    public void Cut_ManyChanges_KeepsEachTransactionWithinTheLimit()
    {
        var batches = DnsBatchPlan.Cut(Enumerable.Range(0, 450).Select(number => Change(number, null, A))).ToList();

        Assert.Equal([200, 200, 50], batches.Select(batch => batch.ToBatch().Count));
    }

    [Fact]
    public void Cut_SwapAtTheLimit_IsNotCutApart()
    {
        var changes = Enumerable.Range(0, 199).Select(number => Change(number, null, A)).Append(Change(199, A, Cname));

        var batches = DnsBatchPlan.Cut(changes).ToList();

        Assert.Equal([199, 2], batches.Select(batch => batch.ToBatch().Count));
        Assert.Equal((1, 1), (batches[1].ToBatch().Deletes.Count, batches[1].ToBatch().Posts.Count));
    }

    [Fact]
    public void ToBatch_SameType_PatchesOnlyWhatChanged()
    {
        var patch = Assert.Single(DnsBatchPlan.Cut([Change(1, A, A with { Ttl = 300 })]).Single().ToBatch().Patches);

        Assert.Equal((300, null, null), (patch.Ttl, patch.Content, patch.Proxied));
    }

    [Fact]
    public void IdsIn_AnswerThatDoesNotFit_IsUnknown() =>
        Assert.Null(DnsBatchPlan.Cut([Change(1, null, A)]).Single().IdsIn(new DnsRecordBatchResult()));

    private static DnsValue A { get; } = new("A", "10.0.0.1", 1, false);

    private static DnsValue Cname { get; } = new("CNAME", "x.example.org", 1, true);

    private static Change Change(int number, DnsValue? before, DnsValue? after) => new()
    {
        Kind = before is null ? ChangeKind.Create : ChangeKind.Update, Key = DnsView.KeyOf($"{number}.cowlab.org"), OwnerId = "x", Stage = ChangeStage.BuildDns,
        Description = "", Reason = "", RemoteId = before is null ? null : $"id{number}",
        Before = before is null ? null : new DnsImage("z1", $"{number}.cowlab.org", before, null).ToJson(),
        After = after is null ? null : new DnsImage("z1", $"{number}.cowlab.org", after, null).ToJson(),
    };
}
