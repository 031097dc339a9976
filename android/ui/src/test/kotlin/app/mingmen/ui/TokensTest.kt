package app.mingmen.ui

import java.io.File
import kotlin.test.Test
import kotlin.test.assertEquals

class TokensTest {
    private val root = File(System.getProperty("mingmen.root"))
    private val kotlin = File(root, "android/ui/src/main/kotlin/app/mingmen/ui/theme/Tokens.kt")

    @Test
    fun `the theme holds exactly the colours and sizes of the design`() {
        val wanted = TokensWriter.kotlin(File(root, "docs/design/tokens.json").readText())
        if (System.getProperty("tokens.write") == "true") kotlin.writeText(wanted)
        assertEquals(wanted, kotlin.readText(), "write it anew: see the first line of Tokens.kt")
    }
}
