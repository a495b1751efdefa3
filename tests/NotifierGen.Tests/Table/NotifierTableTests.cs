namespace NotifierGen.Tests.Table;

public class NotifierTableTests
{
    private static readonly NotifierRow[] s_rows =
    [
        new("Devices.Nic", "OnSetup", Setup, Phase.BeforeVmStart, MigrationMode.Normal, 0, 0, false, "Devices"),
        new("Devices.Ring<T>", "OnFailed", Failed, Phase.AfterVmStart, MigrationMode.CprExec | MigrationMode.CprTransfer, -12, 50, true, "Devices"),
    ];

    [Fact]
    public void TextIsAligned() => Assert.Equal(
        """
        device           handler   event   phase         modes                 order
        Devices.Nic      OnSetup   Setup                 Normal                    0
        Devices.Ring<T>  OnFailed  Failed  AfterVmStart  CprTransfer, CprExec    -12

        """.ReplaceLineEndings("\n"),
        NotifierTable.ToText(s_rows));

    [Fact]
    public void MarkdownIsATable() => Assert.Equal(
        """
        | device | handler | event | phase | modes | order |
        | --- | --- | --- | --- | --- | ---: |
        | Devices.Nic | OnSetup | Setup |  | Normal | 0 |
        | Devices.Ring\<T> | OnFailed | Failed | AfterVmStart | CprTransfer, CprExec | -12 |

        """.ReplaceLineEndings("\n"),
        NotifierTable.ToMarkdown(s_rows));

    [Fact]
    public void AnEmptyTableIsItsHeader() => Assert.Equal("device  handler  event  phase  modes  order\n", NotifierTable.ToText([]));
}
