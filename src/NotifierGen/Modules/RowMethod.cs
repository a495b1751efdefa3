using NotifierGen.CompilerServices;

namespace NotifierGen.Modules;

/// <summary>A generated method that runs one row. A dispatcher with modules calls its rows through these, in an order found out at run time.</summary>
internal delegate void RowMethod(ref RowCursor cursor, in MigrationContext context);
