' Types what changes.txt says into book.xlsx, and writes the values it then shows to values.txt, a line a case.
Sub Follow(folder As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim source As Integer, target As Integer, line As String, found As String
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(folder & "/book.xlsx"), "_blank", 0, hidden())
  book.enableAutomaticCalculation(False)
  source = FreeFile
  Open folder & "/changes.txt" For Input As #source
  target = FreeFile
  Open folder & "/values.txt" For Output As #target
  Do While Not EOF(source)
    Line Input #source, line
    parts = Split(line, Chr(9))
    Select Case parts(0)
    Case "number"
      CellAt(book, parts).Value = Val(parts(3))
    Case "text"
      CellAt(book, parts).String = parts(3)
    Case "empty"
      CellAt(book, parts).String = ""
    Case "calculate"
      book.calculate()
      found = ""
    Case "read"
      found = found & ValuesOf(CellAt(book, parts))
    Case "end"
      Print #target, Mid(found, 2)
    End Select
  Loop
  Close #target
  Close #source
  book.close(True)
End Sub

Function CellAt(book, parts)
  CellAt = book.Sheets.getByName(parts(1)).getCellRangeByName(parts(2))
End Function

Function ValuesOf(cells) As String
  Dim said As String
  For Each row In cells.DataArray
    For Each value In row
      If VarType(value) = 8 Then
        said = said & Chr(9) & "=" & value
      Else
        said = said & Chr(9) & "#" & value
      End If
    Next
  Next
  ValuesOf = said
End Function
