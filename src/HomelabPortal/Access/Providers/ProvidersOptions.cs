using HomelabPortal.Platform;

namespace HomelabPortal.Access.Providers;

/// <summary>Where people can sign in besides the portal itself.</summary>
internal sealed class ProvidersOptions : IValidatedOptions
{
    private static readonly TimeSpan _least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _most = TimeSpan.FromMinutes(15);

    public static string Section => "Access";

    public List<ProviderOptions> Providers { get; set; } = [];

    /// <summary>How often the groups of those who are signed in are read again.</summary>
    public TimeSpan GroupsEvery { get; set; } = TimeSpan.FromMinutes(10);

    public IEnumerable<string> Faults()
    {
        for (var index = 0; index < Providers.Count; index++)
        {
            foreach (var fault in Providers[index].Faults($"Access:Providers:{index}"))
                yield return fault;
        }

        foreach (var twice in Providers.GroupBy(provider => provider.Slug).Where(same => same.Count() > 1))
            yield return $"Access:Providers has the name “{twice.First().Name}” {twice.Count()} times. Give each provider its own.";
        if (GroupsEvery < _least || GroupsEvery > _most)
            yield return $"Access:GroupsEvery {GroupsEvery} is not between a second and 15 minutes, for example 00:10:00.";
    }
}
