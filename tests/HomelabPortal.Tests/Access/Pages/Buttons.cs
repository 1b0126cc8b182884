using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace HomelabPortal.Tests.Access.Pages;

/// <summary>Buttons as a person meets them: by their words, with the reason they give when they cannot be pressed.</summary>
internal static class Buttons
{
    public static IElement Button<T>(this IRenderedComponent<T> page, string words)
        where T : IComponent => page.FindAll("button").Single(button => button.TextContent.Trim() == words);

    /// <summary>Null when it can be pressed.</summary>
    public static string? WhyNot<T>(this IRenderedComponent<T> page, string words)
        where T : IComponent
    {
        var button = page.Button(words);
        return button.GetAttribute("aria-disabled") == "true" ? page.Find("#" + button.GetAttribute("aria-describedby")).TextContent : null;
    }
}
