namespace NotifierGen.Analyzers.Effects.Reporting;

/// <summary>What resumes the VM, and where.</summary>
internal sealed record ResumePoint(string Member, CodePlace Place);
