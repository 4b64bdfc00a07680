using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace DockerPS.Cmdlets.Containers;

/// <summary>Finds <c>$using:name</c> in a script block: in another process these are variables of other names, which are sent along.</summary>
internal static class UsingVariables
{
    private const string Prefix = "using:";
    private const string Sent = "__using_";

    /// <summary>The block's text with such variables renamed, and the names of this session's.</summary>
    /// <exception cref="FormatException">Something else than a variable is named so.</exception>
    public static (string Text, IReadOnlyList<string> Names) TakeOut(ScriptBlock script)
    {
        var found = script.Ast.FindAll(node => node is UsingExpressionAst, searchNestedScriptBlocks: true).Cast<UsingExpressionAst>().ToList();
        if (found.Count == 0)
        {
            return (script.ToString(), []);
        }

        var whole = script.Ast is FunctionDefinitionAst function ? function.Body.Extent : script.Ast.Extent;
        var text = whole.Text;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var expression in found.OrderByDescending(expression => expression.Extent.StartOffset))
        {
            var name = (expression.SubExpression.Find(node => node is VariableExpressionAst, searchNestedScriptBlocks: false) as VariableExpressionAst)?.VariablePath.UserPath;
            if (name is null || name.Any(letter => !char.IsLetterOrDigit(letter) && letter != '_'))
            {
                throw new FormatException($"{expression.Extent.Text} can't be sent: behind $using: stands the name of a variable.");
            }

            names.Add(name);
            var at = text.IndexOf(Prefix, expression.Extent.StartOffset - whole.StartOffset, StringComparison.OrdinalIgnoreCase);
            text = text.Remove(at, Prefix.Length).Insert(at, Sent);
        }

        return (text.StartsWith("{", StringComparison.Ordinal) && text.EndsWith("}", StringComparison.Ordinal) ? text.Substring(1, text.Length - 2) : text, names.ToList());
    }
}
