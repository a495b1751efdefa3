namespace NotifierGen;

/// <summary>An exception that a handler, or the VM, threw during a dispatch. The dispatch went on behind it.</summary>
/// <param name="Device">The device; <see langword="null"/> for a static handler and for a fault of the VM itself.</param>
/// <param name="Handler">The handler as <c>Namespace.Class.Method</c>, or <c>IVirtualMachine.Start</c>, <c>IVirtualMachine.Stop</c>.</param>
/// <param name="Exception">What it threw.</param>
public sealed record HandlerFault(object? Device, string Handler, Exception Exception);
