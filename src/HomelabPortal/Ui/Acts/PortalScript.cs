using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HomelabPortal.Ui.Acts;

/// <summary>The few things only the browser can do; <c>js/portal.js</c> does them. A lost connection is not a fault here.</summary>
internal sealed class PortalScript(IJSRuntime script)
{
    public Task ShowModalAsync(ElementReference dialog) => CallAsync("portal.showModal", dialog);

    public Task CloseAsync(ElementReference dialog) => CallAsync("portal.close", dialog);

    /// <summary>Scrolls a long text so that one of its lines is in sight.</summary>
    /// <param name="line">Counted from 0.</param>
    public Task ShowLineAsync(ElementReference pane, int line) => CallAsync("portal.showLine", pane, line);

    private async Task CallAsync(string function, params object[] arguments)
    {
        try
        {
            await script.InvokeVoidAsync(function, arguments);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its dialogs with it.
        }
    }
}
