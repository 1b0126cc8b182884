using System.Collections.Immutable;
using HomelabPortal.Cluster.Objects.Manifests;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Containers.Editing.Form;
using HomelabPortal.Gpu.Work.Masking;
using HomelabPortal.Tests.Gpu.Containers;

namespace HomelabPortal.Tests.Gpu.Work.Masking;

public sealed class WishMaskTests
{
    private const string M = Hidden.Mask;

    private static readonly DesiredContainer _container = Wish.Container() with
    {
        Command = ["serve", "--api-key", "canary-1", "--token=canary-2", "sh -c 'app --password canary-3 --port 80'", "--max-num-batched-tokens", "8192"],
        Entrypoint = ["/bin/start", "--secret=canary-4"],
        Variables =
        [
            new ContainerVariable { Name = "DATABASE_URL", Value = "postgres://u:canary-5@db" }, new ContainerVariable { Name = "MODE", Value = "fast" },
            new ContainerVariable { Name = "HF_TOKEN", Secret = "s1" }, new ContainerVariable { Name = "COPY", Value = "of canary-1" },
        ],
        Labels = ImmutableSortedDictionary<string, string>.Empty.Add("app.token", "canary-6").Add("team", "a"),
        Health = new HealthProbe("curl -H 'X-Api-Key: canary-1' http://u:canary-7@127.0.0.1/"),
    };

    [Fact]
    public void Wish_WithSecretsInItsTexts_IsShownWithoutThem()
    {
        var shown = DesiredJson.Write(WishMask.Of(_container));

        Assert.DoesNotContain("canary", shown, StringComparison.Ordinal);
        Assert.Equal<string>(["serve", "--api-key", M, $"--token={M}", $"sh -c 'app --password {M} --port 80'", "--max-num-batched-tokens", "8192"], WishMask.Of(_container).Command);
        Assert.Equal(("fast", "a"), (WishMask.Of(_container).Variables[1].Value, WishMask.Of(_container).Labels["team"]));
    }

    [Fact]
    public void Form_SavedAsItWasShown_ChangesNothing()
    {
        var form = ContainerForm.Of(_container);

        Assert.DoesNotContain("canary", form.Command + form.More.Labels + form.More.Health.Command + form.More.Entrypoint + string.Join(' ', form.Variables.Select(variable => variable.Value)), StringComparison.Ordinal);
        Assert.True(form.HidesValues);
        Assert.False(ContainerForm.Of(Wish.Container()).HidesValues);
        Assert.Equal(_container, Read(form.ToWish()));
    }

    [Fact]
    public void Api_SentBackWhatItGave_ChangesNothing() => Assert.Equal(_container, Read(WishMask.Of(ContainerWishes.Of(_container))));

    [Fact]
    public void Text_ChangedAroundAHiddenValue_KeepsIt()
    {
        var shown = WishMask.Of(ContainerWishes.Of(_container));
        string[] changed = [$"--token={M}", "serve", "--verbose", "--api-key", M, $"sh -c 'app --port 81 --password {M}'"];
        var container = Read(shown with
        {
            Command = changed, Variables = [new VariableWish("DATABASE_URL", $"postgres://u:{M}@other/db"), new VariableWish("HF_TOKEN", M, true)],
        });

        Assert.Equal<string>(["--token=canary-2", "serve", "--verbose", "--api-key", "canary-1", "sh -c 'app --port 81 --password canary-3'"], container.Command);
        Assert.Equal(("postgres://u:canary-5@other/db", "s1"), (container.Variables[0].Value, container.Variables[1].Secret));
        Assert.Empty(ContainerChecks.Check(container, [], []));
    }

    [Fact]
    public void PlainVariable_MadeASecretAsItIsShown_TakesItsValueAlong()
    {
        var (container, secrets) = ContainerReading.Read(
            WishMask.Of(ContainerWishes.Of(_container)) with { Variables = [new VariableWish("DATABASE_URL", $"postgres://u:{M}@db", true)] }, _container.Id, _container, null, () => "new");

        Assert.Equal(("new", "postgres://u:canary-5@db"), (container.Variables[0].Secret, secrets["new"]));
    }

    [Fact]
    public void HiddenValue_WhereNoneIsKnown_IsRefusedAtItsField()
    {
        var sent = WishMask.Of(ContainerWishes.Of(_container)) with
        {
            Command = ["echo", M], Entrypoint = [$"--else={M}"], Variables = [new VariableWish("OTHER", M, false)],
            Labels = new Dictionary<string, string> { ["other"] = M }, Health = new HealthWish($"echo {M}"),
        };

        var faults = ContainerChecks.Check(Read(sent), [], []);

        Assert.Superset(
            new HashSet<string> { ContainerFields.Command, ContainerFields.Entrypoint, ContainerFields.Variables, ContainerFields.Labels, ContainerFields.Health }, faults.Keys.ToHashSet());
        Assert.Contains("Enter the value", faults[ContainerFields.Command], StringComparison.Ordinal);
    }

    [Fact]
    public void Sentence_OfDocker_DoesNotRepeatTheSecretsOfACommand() =>
        Assert.Equal($"exec: \"serve --api-key {M}\": not found", WishMask.Of("exec: \"serve --api-key canary-1\": not found"));

    private static DesiredContainer Read(ContainerWish wish) => ContainerReading.Read(wish, _container.Id, _container, null, () => "new").Container;
}
