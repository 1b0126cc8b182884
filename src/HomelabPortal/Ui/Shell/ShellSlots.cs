namespace HomelabPortal.Ui.Shell;

/// <summary>
/// Components that stand in the frame around every page but know who looks at it.
/// That is not this folder's business: whoever knows it registers them, so that the folders below stay below.
/// </summary>
/// <param name="Expose">The main act, in the top bar.</param>
/// <param name="BarExpose">The same in the phone's bar.</param>
/// <param name="User">Who is signed in, at the end of the top bar.</param>
/// <param name="Sheet">The same in the phone's sheet.</param>
/// <param name="Overlay">Dialogs that may appear over any page.</param>
/// <param name="NotAllowed">In place of a page that the person may not open.</param>
public sealed record ShellSlots(Type Expose, Type BarExpose, Type User, Type Sheet, Type Overlay, Type NotAllowed);
