using System.Collections.Frozen;
using System.Reflection;
using HomelabPortal.Access.Authority;
using Microsoft.AspNetCore.Components;

namespace HomelabPortal.Access.Pages;

/// <summary>Which act a page asks for, by its address, so that "not allowed" can say why.</summary>
internal static class PageActs
{
    private static readonly FrozenDictionary<string, Act> _acts = (
        from type in typeof(PageActs).Assembly.GetTypes()
        let guard = type.GetCustomAttribute<RequireActAttribute>()
        where guard is not null
        from route in type.GetCustomAttributes<RouteAttribute>()
        select (route.Template, guard.Act)).ToFrozenDictionary(page => page.Template, page => page.Act);

    /// <summary>Null for a page that asks for nothing, or for no page at all.</summary>
    public static Act? Of(string address) => _acts.TryGetValue(address.Split('?', 2)[0], out var act) ? act : null;
}
