using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace HomelabPortal.Ui.Values;

/// <summary>
/// A part of a page that reads the page's query string. <see cref="SupplyParameterFromQueryAttribute"/> is for pages alone:
/// a part that has it and appears while the address changes ends the circuit (aspnetcore, pull request 64963).
/// </summary>
public abstract class QueryPart : ComponentBase, IDisposable
{
    private bool _isDisposed;
    private string? _heard;

    [Inject] public required NavigationManager Navigation { get; set; }

    public override Task SetParametersAsync(ParameterView parameters)
    {
        Navigation.LocationChanged -= Follow;
        Navigation.LocationChanged += Follow;
        return base.SetParametersAsync(parameters);
    }

    public void Dispose()
    {
        _isDisposed = true;
        Navigation.LocationChanged -= Follow;
        GC.SuppressFinalize(this);
    }

    /// <summary>The value of a key of the query string; null when it is not there.</summary>
    protected string? Query(string key) =>
        QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query).TryGetValue(key, out var value) ? value.ToString() : null;

    /// <summary>What a link asks for by the address, told once; null until a link asks again. A part listens to one key.</summary>
    protected string? Heard(string key)
    {
        var before = _heard;
        _heard = Query(key);
        return _heard == before ? null : _heard;
    }

    /// <summary>Takes a key off the address, so that the same link can ask again. Not while the page is prerendered.</summary>
    protected void Forget(string key)
    {
        if (Query(key) is not null)
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(key, (string?)null), new NavigationOptions { ReplaceHistoryEntry = true });
    }

    private void Follow(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(() =>
    {
        if (_isDisposed)
            return;
        OnParametersSet();
        StateHasChanged();
    });
}
