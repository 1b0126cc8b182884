using System.Collections.Immutable;
using HomelabPortal.Access;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Cluster.Shell;

/// <summary>Every open shell, so that one person cannot take all there may be.</summary>
internal sealed class OpenShells(IOptions<ShellOptions> options)
{
    private ImmutableHashSet<OpenShell> _all = ImmutableHashSet.Create<OpenShell>(ReferenceEqualityComparer.Instance);

    public int Count => Volatile.Read(ref _all).Count;

    public int CountOf(Actor actor) => Volatile.Read(ref _all).Count(open => open.AccountId == KeyOf(actor));

    /// <returns>The shell to be removed again, or why there can be no further one.</returns>
    public (OpenShell? Shell, string? Full) TryAdd(Actor actor)
    {
        var shell = new OpenShell(KeyOf(actor));
        while (true)
        {
            var before = Volatile.Read(ref _all);
            if (before.Count(open => open.AccountId == shell.AccountId) >= options.Value.MostOfAccount)
                return (null, $"You have {options.Value.MostOfAccount} shells open already. Close one first.");
            if (before.Count >= options.Value.Most)
                return (null, $"{options.Value.Most} shells are open at the portal already. Close some first.");
            if (Interlocked.CompareExchange(ref _all, before.Add(shell), before) == before)
                return (shell, null);
        }
    }

    public void Remove(OpenShell shell) => ImmutableInterlocked.Update(ref _all, (all, gone) => all.Remove(gone), shell);

    private static string KeyOf(Actor actor) => actor.AccountId ?? "";
}
