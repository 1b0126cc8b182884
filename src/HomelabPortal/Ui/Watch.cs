using HomelabPortal.Platform;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace HomelabPortal.Ui;

/// <summary>
/// Renders its content with the latest snapshot of one source and again whenever a newer one arrives.
/// Prerendering shows the snapshot at hand; the subscription begins once the page is interactive.
/// </summary>
public sealed class Watch<T> : ComponentBase, IDisposable
    where T : class
{
    private readonly CancellationTokenSource _closed = new();
    private LiveValue<T>? _shown;

    [Inject] private Live<T> Registered { get; set; } = default!;

    [Parameter, EditorRequired] public required RenderFragment<LiveValue<T>> ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        _shown = Registered.Current;
        builder.AddContent(0, ChildContent, _shown);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = FollowAsync(_closed.Token);
    }

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var value in Registered.WatchAsync(cancellationToken))
            {
                if (!ReferenceEquals(value, _shown))
                    await InvokeAsync(StateHasChanged);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }
}
